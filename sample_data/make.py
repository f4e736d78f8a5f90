"""Writes the sample exports: `python sample_data/make.py [FOLDER]`. The same bytes each time.

What is told about each client stands in generator/clients/, the sentences of the log in generator/phrases/.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator import excel, hubspot, salesforce
from generator.portfolio import Portfolio

HERE = Path(__file__).parent


def main(folder: Path) -> None:
    portfolio = Portfolio()
    for crm in (salesforce, hubspot, excel):
        exports = folder / crm.__name__.rpartition(".")[2]
        exports.mkdir(parents=True, exist_ok=True)
        crm.write(portfolio, exports)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "exports")

from __future__ import annotations

import pandas as pd
import pytest

from clientplan.collect.tables import DATE_DTYPE, NUMBER_DTYPE, SOURCE, TABLES, TEXT_DTYPE, Role, empty, roles, shaped

DTYPES = {Role.DATE: DATE_DTYPE, Role.AMOUNT: NUMBER_DTYPE, Role.MINUTES: NUMBER_DTYPE}


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_every_column_in_its_dtype(table: str) -> None:
    frame = empty(table)
    assert list(frame) == [*TABLES[table].columns, SOURCE]
    assert len(frame) == 0
    for name, role in TABLES[table].columns.items():
        assert frame[name].dtype == DTYPES.get(role, TEXT_DTYPE)


def test_shaping_drops_what_is_not_the_tables_and_adds_what_is_missing() -> None:
    frame = shaped("revenue", pd.DataFrame({"amount": [1.5], "client_id": ["01"], "line": [7]}, index=[4]))
    assert frame.to_dict("records")[0] | {"date": None} == {
        "client_id": "01",
        "date": None,
        "amount": 1.5,
        "currency": pytest.approx(float("nan"), nan_ok=True),
        "source": pytest.approx(float("nan"), nan_ok=True),
    }


@pytest.mark.parametrize("table", TABLES)
def test_what_a_table_is_told_by_is_read_for_it(table: str) -> None:
    known = roles(table).keys()
    assert TABLES[table].tells.keys() <= known
    assert all(group <= known for group in TABLES[table].needs)
    assert TABLES[table].required <= known
    assert TABLES[table].key in {*known, None}

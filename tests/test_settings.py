from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from clientplan.errors import WorkspaceError
from clientplan.settings import TEMPLATE, Settings, read_settings


def settings(folder: Path, text: str) -> Settings:
    path = folder / "clientplan.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def test_the_template_changes_nothing(tmp_path: Path) -> None:
    assert settings(tmp_path, TEMPLATE) == Settings()


def test_every_line_of_the_template_is_known(tmp_path: Path) -> None:
    lines = [line[2:] for line in TEMPLATE.splitlines() if line.startswith("# ") and ("=" in line or line[2] == "[")]
    found = settings(tmp_path, "\n".join(lines))
    assert found.collect.decimal == ","
    assert found.brand.colour == "#1d4e5f"
    assert found.thresholds == {"CP401": {"most": 8}}
    assert found.checks_off == {"CP404": "We write objectives in Dutch"}
    assert found.exchange == {"GBP": Decimal("1.17")}


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError) as caught:
        settings(tmp_path, 'colour = "x"\ncurency = "EUR"\npaper = "A3"\nyear_starts = 13\n[brand]\nname = 3\n')
    message = str(caught.value)
    assert "curency: isn't known here. Did you mean currency?" in message
    assert "paper: “A3” isn't one of A4, Letter" in message
    assert "year_starts" in message
    assert "brand.name" in message


@pytest.mark.parametrize(("text", "word"), [("locale = en", "TOML"), ("today = 1", "today")])
def test_what_is_not_toml_or_not_a_date_is_a_sentence(tmp_path: Path, text: str, word: str) -> None:
    with pytest.raises(WorkspaceError, match=word):
        settings(tmp_path, text)


class TestExchange:
    def test_what_other_currencies_are_worth(self, tmp_path: Path) -> None:
        found = settings(tmp_path, 'currency = "EUR"\n[exchange]\nGBP = 1.17\nJPY = 0.0061\nCHF = 1\n')
        assert found.exchange == {"GBP": Decimal("1.17"), "JPY": Decimal("0.0061"), "CHF": Decimal(1)}

    def test_nothing_unless_somebody_says_so(self) -> None:
        assert Settings().exchange == {}

    @pytest.mark.parametrize("rate", ["0", "-1.17", '"dear"', "nan", "inf"])
    def test_a_rate_is_a_number_above_nothing(self, tmp_path: Path, rate: str) -> None:
        with pytest.raises(WorkspaceError, match=r"exchange\W+GBP"):
            settings(tmp_path, f"[exchange]\nGBP = {rate}\n")

    @pytest.mark.parametrize("code", ["pounds", "Q", "gb p"])
    def test_a_currency_goes_by_its_code(self, tmp_path: Path, code: str) -> None:
        with pytest.raises(WorkspaceError, match="exchange"):
            settings(tmp_path, f'[exchange]\n"{code}" = 1.17\n')

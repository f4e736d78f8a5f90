"""`clientplan.toml`: what holds for every plan of a workspace."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from clientplan.errors import WorkspaceError
from clientplan.paths import WORKSPACE_FILE
from clientplan.plan.money import Currency
from clientplan.plan.plan import Locale
from clientplan.plan.problems import problems
from clientplan.plan.source import Source
from clientplan.plan.value import Line, Number, Value
from clientplan.plan.words import Paper

FILE = WORKSPACE_FILE

DecimalMark = Literal[",", "."]
DayOrder = Literal["dmy", "mdy"]
Language = Literal["en", "de", "es", "fr"]

TEMPLATE = """\
# Settings of this workspace. Take the # away from a line to use it.

# manager = "Your name"      # whose name new plans carry
# currency = "EUR"           # of exports that name none
# locale = "en-GB"           # how the page writes dates and money: en-GB, en-US, de-DE, fr-FR …
# paper = "A4"               # or "Letter"
# pack = "two-page"          # the template pack that `clientplan build` prints
# year_starts = 1            # the month in which your planning year begins
# language = "de"            # in which the checks speak: en, de, es or fr

# [brand]
# name = "Your company"      # in the head of each page
# logo = "logo.png"          # instead of the name: a PNG or JPEG in the folder brand/
# colour = "#1d4e5f"         # the one accent colour

# [collect]                  # only needed where an export can be read in two ways
# decimal = ","              # 1.234 is one thousand two hundred and thirty-four
# dates = "dmy"              # 03/04/2026 is 3 April; "mdy" makes it 4 March

# [capacity]                 # hours a month that somebody has for all clients together
# "Your name" = 90

# [exchange]                 # what one unit of another currency is in yours, to weigh clients against each other
# GBP = 1.17

# [checks_off]               # a check that doesn't apply here, with the reason
# CP404 = "We write objectives in Dutch"

# [thresholds.CP401]         # another limit than ours; docs/checks.md names them
# most = 8
"""


class Brand(Value):
    name: Line | None = None
    logo: Line | None = Field(None, description="A PNG or JPEG in the workspace's folder brand/")
    colour: Line | None = None


class Collect(Value):
    """How to read exports that can be read in two ways."""

    decimal: DecimalMark | None = None
    dates: DayOrder | None = None


class Settings(Value):
    manager: Line | None = None
    currency: Currency | None = None
    locale: Locale = "en-GB"
    paper: Paper = Paper.A4
    pack: Line = "two-page"
    year_starts: Annotated[int, Field(ge=1, le=12)] = 1
    language: Language = "en"
    today: date | None = Field(None, description="The day on which this portfolio stands still; only for samples")
    brand: Brand = Brand()
    collect: Collect = Collect()
    capacity: dict[str, Number] = Field(default_factory=dict, description="Hours a month, by person")
    exchange: dict[Currency, Annotated[Number, Field(gt=0)]] = Field(
        default_factory=dict, description="What one unit of another currency is in the workspace's"
    )
    checks_off: dict[str, Line] = Field(default_factory=dict)
    thresholds: dict[str, dict[str, int | float]] = Field(default_factory=dict)


def read_settings(path: Path) -> Settings:
    """The settings of a workspace.

    Raises:
        WorkspaceError: with everything that is wrong in the file.
    """
    try:
        found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return Settings.model_validate(found)
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f'{path}: this isn\'t TOML ({error}). Texts stand in quotes: locale = "en-GB"') from None
    except UnicodeDecodeError:
        raise WorkspaceError(f"{path}: this isn't UTF-8. Save the file as UTF-8") from None
    except OSError as error:
        raise WorkspaceError(f"{path} can't be read: {error.strerror}") from error
    except ValidationError as error:
        wrong = sorted(problems(error, Source(root=found), Settings))
        raise WorkspaceError(
            "\n".join([f"{path}: mend these settings", *(f"  {problem}" for problem in wrong)])
        ) from None

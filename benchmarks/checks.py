"""What the checks cost: a portfolio of 1,000 plans checked, against reading the same plans.

Prints the ratio, and of each rule its time over all plans and its slowest single run.

    python benchmarks/checks.py
"""

from __future__ import annotations

import gc
import random
from collections import defaultdict
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from time import process_time
from typing import Any

from clientplan import checks
from clientplan.checks import Figures
from clientplan.checks.figures import Contact, Holding, Log, Portfolio, Print
from clientplan.paths import sample_data
from clientplan.plan.plan import Plan
from clientplan.plan.reading import read
from clientplan.plan.words import Edition
from clientplan.plan.writing import write

PLANS = 1_000
TODAY = date(2026, 9, 15)
SLOWEST = 5.0  # ms that a rule may take for one plan


def made(number: int, models: list[Plan], chance: random.Random) -> Plan:
    """A valid plan: parts of the sample plans, some left out, some more than once, in any phase and language."""
    base = chance.choice(models)
    objectives, actions, ids = [], [], []
    many = number % 20 == 0  # one in twenty is far too long
    for at in range(30 if many else chance.randint(0, 10)):
        found = chance.choice(chance.choice(models).objectives)
        ids.append(f"o{at}")
        words = f"{found.words} ({at})" if chance.random() < 0.5 else found.words
        link = chance.choice([None, *ids])
        objectives.append(found.replace(id=f"o{at}", words=words, serves=None if link == f"o{at}" else link))
    for at in range(100 if many else chance.randint(0, 30)):
        found = chance.choice(chance.choice(models).actions)
        due = None if chance.random() < 0.1 else TODAY + timedelta(chance.randint(-150, 300))
        actions.append(found.replace(id=f"a{at}", objective=chance.choice([None, *ids]), due=due))
    changes: dict[str, Any] = {
        "client": base.client.replace(name=f"Client {number}", id=f"C{number}"),
        "objectives": tuple(objectives),
        "actions": tuple(actions),
        "locale": chance.choice([None, "en-GB", "de-DE", "fr-FR", "es-ES", "nl-NL"]),
        "effort": {"hours": Decimal(chance.randint(1, 30))} if chance.random() < 0.7 else {},
    }
    for part in ("people", "risks", "stops", "reviews", "results", "notes", "phase_reason"):
        changes[part] = getattr(chance.choice(models), part)
    return base.replace(**changes)


def figures(plan: Plan, plans: list[Plan], portfolio: Portfolio, chance: random.Random) -> Figures:
    """Everything that can be known beside a plan."""
    contacts = tuple(
        Contact(
            TODAY - timedelta(3 * at), "call", f"Line {at % 7}", 0.5, f"Person {at % 5}", chance.choice([None, "o1"])
        )
        for at in range(120, 0, -1)
    )
    prints = tuple(Print(edition, 2, 2, type_size=9.0, margin=14.0) for edition in Edition)
    return Figures(
        changed=TODAY - timedelta(20),
        previous=chance.choice(plans),
        prints=prints,
        log=Log(contacts, judged=True),
        capacity=((plan.manager or "", Decimal(90)),),
        portfolio=portfolio,
    )


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    begin = process_time()
    result = work()
    return process_time() - begin, result


@contextmanager
def watched(spent: dict[str, list[float]]) -> Any:
    """Times each rule while it runs."""
    rules = checks.registered()

    def slow(code: str, find: Any) -> Any:
        def run(plan: Plan, context: Any) -> Any:
            took, found = timed(lambda: list(find(plan, context)))
            spent[code].append(1_000 * took)
            return iter(found)

        return run

    before = {code: rule.find for code, rule in rules.items()}
    for code, rule in rules.items():
        object.__setattr__(rule, "find", slow(code, rule.find))
    gc.disable()  # sweeping a thousand plans would fall on whichever rule runs then
    try:
        yield
    finally:
        gc.enable()
        for code, rule in rules.items():
            object.__setattr__(rule, "find", before[code])


def main() -> None:
    chance = random.Random(4)  # noqa: S311 - the same plans in each run
    models = [read(path.read_bytes()) for path in sorted((sample_data() / "plans").glob("*.yaml"))]
    texts = [write(made(number, models, chance)) for number in range(PLANS)]
    parsing, plans = timed(lambda: [read(text) for text in texts])
    portfolio = Portfolio(
        tuple(Holding(p.client.name, p.manager, p.phase, p.effort.hours, p.figures.potential) for p in plans)
    )
    known = [figures(plan, plans, portfolio, chance) for plan in plans]
    pairs = list(zip(plans, known, strict=True))

    def check_all() -> list[Any]:
        return [checks.run(plan, today=TODAY, figures=figure) for plan, figure in pairs]

    check_all()  # word lists are loaded once
    checking, found = timed(check_all)
    spent: dict[str, list[float]] = defaultdict(list)
    with watched(spent):
        check_all()
    print(f"{PLANS} plans, {sum(map(len, texts)) / PLANS:,.0f} bytes each, {sum(map(len, found)):,} findings")
    print(f"reading   {parsing:6.2f} s")
    print(f"checking  {checking:6.2f} s   {checking / parsing:.2f} times the reading (at most 3)")
    print(f"\n{'rule':8} {'all, ms':>9} {'slowest, ms':>12}")
    for code, times in sorted(spent.items(), key=lambda item: -max(item[1])):
        print(
            f"{code:8} {sum(times):9.1f} {max(times):12.3f}{'  over ' + str(SLOWEST) if max(times) > SLOWEST else ''}"
        )


if __name__ == "__main__":
    main()

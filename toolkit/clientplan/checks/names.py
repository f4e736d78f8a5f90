"""Whether what stands where a name should be is one person's name."""

from __future__ import annotations

import re

from clientplan.checks.finding import Edit, Fix
from clientplan.checks.language import Language, fold, languages
from clientplan.checks.rule import Context
from clientplan.checks.said import Said
from clientplan.plan.plan import Plan
from clientplan.plan.source import Path

_ASIDE = re.compile(r"\([^)]*\)")  # Ruth Adeyemi (sales and service)
_TITLES = re.compile(
    r"(,? (Jr|Sr|II|III|IV|MBA|PhD|Ph\.D|MD|CPA|CFA|PMP|MSc|BSc|DBA|LLM|CEng|Esq)\.?)+$", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_SIGNS = re.compile(r"[,;/&+]")
_FULL_NAME = 2  # words


def several(name: str) -> Said:
    return Said(
        "“{name}” reads as several people. Name the one who answers for it, first name first and without commas.",
        name=name,
    )


def nobody(name: str) -> Said:
    return Said("“{name}” isn't a person. Name the one who answers for it.", name=name)


def flaw(name: str) -> Said | None:
    """Why this isn't the name of one person; None where it is.

    The lists of all languages count: “Team Nord” stands in English plans too.
    """
    bare = _TITLES.sub("", _ASIDE.sub("", name).strip())
    known = languages().values()
    if not any(mark.isalpha() for mark in bare) or any(_nobody(bare, language) for language in known):
        return nobody(name)
    return several(name) if _SIGNS.search(bare) or any(_joined(bare, language) for language in known) else None


def in_order(path: Path, name: str, context: Context) -> Fix | None:
    """`Adeyemi, Ruth` as Ruth Adeyemi, where the plan knows her by that name."""
    last, comma, first = (part.strip() for part in name.partition(","))
    turned = f"{first} {last}"
    return (
        context.fix("write {name}", Edit(path, turned), safe=True, name=turned)
        if comma and turned in _known(context.plan)
        else None
    )


def _known(plan: Plan) -> set[str | None]:
    """The names of people that the plan uses as such."""
    people = (name for person in plan.people for name in (person.name, person.contact))
    return {plan.manager, *people, *(action.owner for action in plan.actions)}


def _nobody(name: str, language: Language) -> bool:
    words = fold(name).split()
    whole = " ".join(words)
    return (
        not language.nobody.isdisjoint({whole, whole.rstrip("?!.… ")})
        or any(word in language.groups for word in _WORD.findall(whole))
        or any(word.endswith(language.group_endings) for word in words)
    )


def _joined(name: str, language: Language) -> bool:
    folded = fold(name)
    for one in language.one_name:
        folded = folded.replace(one, "")
    words = folded.split()
    return any(
        word in language.joins and not _surname(words, at, language)
        for at, word in enumerate(words)
        if 0 < at < len(words) - 1 and (len(word) > 1 or word in name.split())  # an initial: Anna Y Lee
    )


def _surname(words: list[str], at: int, language: Language) -> bool:
    """A word that joins the halves of a surname: a full name before it, and one word after."""
    return words[at] in language.surname_joins and at >= _FULL_NAME and len(words) == at + 2

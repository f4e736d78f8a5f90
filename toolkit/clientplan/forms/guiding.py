"""The thinking behind a step, folded: the questions, the phases, the ladder, and examples from the client's field."""

from __future__ import annotations

from collections.abc import Iterable

from clientplan.forms.markup import Markup, joined, tag
from clientplan.forms.pieces import Piece
from clientplan.guidance import ideas
from clientplan.guidance.ideas import Industry, Ladder, Question
from clientplan.plan.words import Phase

_KINDS = {"purpose": ("proposition",), "objectives": ("objective", "process", "action", "stop"), "review": ()}
_NAMES = {
    "proposition": "Value proposition",
    "objective": "Objective",
    "process": "Process goal",
    "action": "Action",
    "stop": "Stop",
}
_RUNGS = ("outcome", "performance", "process", "action")


def background(topic: str, phase: Phase | None, industry: str | None) -> Piece:
    """What can be opened under the idea, and in words what there is to open."""
    folded = [*_thinking(topic, phase)]
    if kinds := _KINDS[topic]:
        mine = ideas.industry_of(industry)
        folded.append(_from_the_field(mine, kinds))
    titles = "\n".join(f"  {title}" for title, _ in folded)
    return Piece(f"To open:\n{titles}", joined(*(_fold(title, inside) for title, inside in folded)))


def _thinking(topic: str, phase: Phase | None) -> Iterable[tuple[str, Markup]]:
    if topic == "purpose":
        yield "The four questions, the client’s words first", joined(*map(_question, ideas.questions()))
        yield "The three phases, and what each asks of you", joined(*(_phase(one) for one in Phase))
    elif topic == "objectives":
        about, test, ladders = ideas.ladders()
        inside = joined(tag("p", about), tag("p", test), *map(_ladder, ladders))
        yield "What a process goal is, with ladders from top to bottom", inside
        if phase is not None:
            yield f"What {phase} asks of you", _phase(phase)
        yield "Where the hours come from", tag("p", ideas.stops().about)
    else:
        yield "How a review bites", tag("p", ideas.reviews().about)
        if phase is not None:
            yield f"What {phase} asks of you, and when it ends", _phase(phase)


def _from_the_field(mine: Industry | None, kinds: tuple[str, ...]) -> tuple[str, Markup]:
    others = [one for one in ideas.industries() if one is not mine]
    fields = joined(*(_fold(one.name, _examples(one, kinds)) for one in others))
    if mine is None:
        hint = tag(
            "p", "Write the client’s industry in ", tag("a", "Start", href="00_start.ipynb"), ", and it opens here."
        )
        return "Examples from your client’s field", joined(hint, fields)
    return f"Examples: {mine.name}", joined(_examples(mine, kinds), _fold("Other fields", fields))


def _examples(industry: Industry, kinds: tuple[str, ...]) -> Markup:
    pairs = [
        joined(
            tag("dt", _NAMES[kind]),
            tag("dd", tag("b", "Weak: "), industry.examples[kind].weak, class_="cp-weak"),
            tag("dd", tag("b", "Better: "), industry.examples[kind].better),
        )
        for kind in kinds
    ]
    return joined(
        tag("p", f"As {industry.seller} might write it. Names and figures are invented.", class_="cp-quiet"),
        tag("dl", *pairs, class_="cp-pairs"),
        tag("p", tag("b", "Words of the field: "), ", ".join(industry.words), "."),
    )


def _question(question: Question) -> Markup:
    ask = [tag("li", f"“{one}”") for one in question.ask]
    return joined(
        tag("p", tag("b", question.name), " ", question.about),
        tag("ul", *ask, class_="cp-told"),
        tag("p", question.trap, class_="cp-quiet"),
    )


def _phase(phase: Phase) -> Markup:
    topic = ideas.phase(phase)
    return joined(tag("p", tag("b", f"{phase.capitalize()}. "), topic.about), tag("p", topic.end, class_="cp-quiet"))


def _ladder(ladder: Ladder) -> Markup:
    rungs = [tag("li", tag("b", f"{rung.capitalize()}: "), getattr(ladder, rung)) for rung in _RUNGS]
    return joined(tag("p", f"For {ladder.client}:", class_="cp-quiet"), tag("ol", *rungs, class_="cp-ladder"))


def _fold(title: str, inside: Markup) -> Markup:
    return tag("details", tag("summary", title), inside, class_="cp-fold")

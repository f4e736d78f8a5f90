"""The people at the client, and the risks: how much is seen depends on the edition that the plan was cut to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from clientplan.plan.plan import Plan
from clientplan.render.view.voice import Voice


@dataclass(frozen=True)
class PersonView:
    name: str
    role: str | None
    decides: str | None
    contact: str | None
    influence: str | None
    support: str | None
    note: str | None

    @property
    def ours(self) -> bool:
        """Whether it shows anything that only we know."""
        return any((self.decides, self.influence, self.support, self.note))


@dataclass(frozen=True)
class RiskView:
    what: str
    likelihood: str | None
    response: str | None
    owner: str | None


def people(plan: Plan, voice: Voice) -> tuple[PersonView, ...]:
    return tuple(
        PersonView(
            name=person.name,
            role=person.role,
            decides=voice.words("people.decides") if person.decides else None,
            contact=person.contact,
            influence=voice.word("weight", person.influence),
            support=voice.word("stance", person.support),
            note=person.note,
        )
        for person in plan.people
    )


def people_in_brief(plan: Plan, voice: Voice) -> tuple[PersonView, ...]:
    """Without what only we know, in our own edition too: who they are, and who of us keeps the contact."""
    return tuple(
        replace(person, decides=None, influence=None, support=None, note=None) for person in people(plan, voice)
    )


def risks(plan: Plan, voice: Voice) -> tuple[RiskView, ...]:
    return tuple(
        RiskView(risk.what, voice.word("weight", risk.likelihood), risk.response, risk.owner) for risk in plan.risks
    )

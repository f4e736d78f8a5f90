"""Theme 7, progress and erosion: whether anything comes of a review."""

from __future__ import annotations

from collections.abc import Iterator

from clientplan.checks.finding import Finding, Severity
from clientplan.checks.registry import rule
from clientplan.checks.rule import About, Context
from clientplan.plan.plan import Plan
from clientplan.plan.review import Review

_TWO = 2  # reviews


@rule(
    About(
        code="CP705",
        name="reviews-without-a-change",
        severities=(Severity.WARNING,),
        why="A review is held to learn something, or to change something. One that does neither is a form that is "
        "filled in.",
        source="",
        example="""
            reviews:
              - when: 2026-04-02
                verdicts:
                  - {objective: o2, status: on track}
              - when: 2026-07-02
                verdicts:
                  - {objective: o2, status: on track}
            """,
        better="""
            reviews:
              - when: 2026-04-02
                verdicts:
                  - {objective: o2, status: on track}
              - when: 2026-07-02
                verdicts:
                  - {objective: o2, status: on track}
                lessons: The carrier is late on Mondays alone
            """,
        since="0.1",
    )
)
def reviews_matter(plan: Plan, context: Context) -> Iterator[Finding]:
    """The last two reviews have no lesson, nothing that was agreed, and no verdict that differs from the review before.

    A note on a verdict is a lesson too, and the first verdict on an objective after other reviews is a change. Nothing
    is said when the period is over.
    """
    held = [review for review in plan.reviews if review.when <= context.today]
    if len(held) < _TWO or context.today > plan.period.last:
        return
    latest, before = held[-1], held[-_TWO]
    third = held[-_TWO - 1] if len(held) > _TWO else None
    if _bare(latest, before) and _bare(before, third):
        yield context.warning(
            ("reviews", len(held) - 1),
            "after the one of {before} this is the second review in a row without a lesson or a change. "
            "Write down what was learned, what was agreed, or how an objective stands now.",
            before=before.when,
        )


def _bare(review: Review, before: Review | None) -> bool:
    """Whether a review left nothing behind; the first one has no verdicts to differ from."""
    if review.lessons or review.agreed or any(verdict.note for verdict in review.verdicts):
        return False
    return before is None or _verdicts(review) <= _verdicts(before)


def _verdicts(review: Review) -> set[tuple[str, str]]:
    return {(verdict.objective, verdict.status) for verdict in review.verdicts}

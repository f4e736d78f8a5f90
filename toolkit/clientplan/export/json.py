"""For programs: the plan under the names of its file, and which edition it is."""

from __future__ import annotations

from json import dumps

from clientplan.export.exporting import Job, Written


def json(job: Job) -> Written:
    """`{"edition": …, "plan": …}`; numbers are texts, as exact as in the plan, and what isn't filled in isn't there."""
    plan = {"schema": job.plan.schema_, **job.plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
    content = {"edition": job.edition.value, "plan": plan}
    return f"{dumps(content, indent=1, ensure_ascii=False)}\n".encode(), ()

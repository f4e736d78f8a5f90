"""The plan as a plan file of its own, without the comments of ours: they may say what the edition doesn't."""

from __future__ import annotations

from clientplan.export.exporting import Job, Written
from clientplan.plan.writing import write

_OURS = "# INTERNAL: not for the client\n"


def yaml(job: Job) -> Written:
    first, _, rest = write(job.plan).partition("\n")  # the line that names the schema for editors
    return f"{first}\n{_OURS if job.internal else ''}{rest}".encode(), ()

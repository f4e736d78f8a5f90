"""The words a plan and its page may use where only certain words make sense."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    BUILD = "build"
    MAINTENANCE = "maintenance"
    EROSION = "erosion"


class Level(StrEnum):
    """Outcome is reached through performance, performance through process, process through actions."""

    OUTCOME = "outcome"
    PERFORMANCE = "performance"
    PROCESS = "process"


class Area(StrEnum):
    FINANCIAL = "financial"
    RELATIONSHIP = "relationship"
    CLIENT_RESULT = "client result"
    CAPABILITY = "capability"
    REPUTATION = "reputation"
    SERVICE = "service"


class Direction(StrEnum):
    """Which way the measure has to go; `hold` keeps it at the baseline."""

    UP = "up"
    DOWN = "down"
    HOLD = "hold"


class Progress(StrEnum):
    """How the manager sees an objective; the page words it, colours are never the only sign."""

    NOT_STARTED = "not started"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF_TRACK = "off track"
    REACHED = "reached"
    DROPPED = "dropped"


class ActionStatus(StrEnum):
    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


class Side(StrEnum):
    OURS = "ours"
    CLIENT = "client"


class Basis(StrEnum):
    """Whether an intent was said by somebody or is our reading of them."""

    STATED = "stated"
    INFERRED = "inferred"


class Stance(StrEnum):
    SPONSOR = "sponsor"
    SUPPORTER = "supporter"
    NEUTRAL = "neutral"
    SCEPTIC = "sceptic"
    OPPONENT = "opponent"
    UNKNOWN = "unknown"


class Weight(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Paper(StrEnum):
    A4 = "A4"
    LETTER = "Letter"


class Edition(StrEnum):
    """`client` may be shared with the client; `internal` never leaves the house."""

    CLIENT = "client"
    INTERNAL = "internal"

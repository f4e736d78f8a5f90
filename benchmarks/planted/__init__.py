"""Logs whose truth is known, each made in another style than the linker works, and than the other ones."""

from planted.hurried import hurried
from planted.keywords import keywords
from planted.letters import letters
from planted.log import Planted
from planted.roles import roles
from planted.sentences import sentences
from planted.years import years

STYLES = {
    "keywords": keywords,
    "roles": roles,
    "sentences": sentences,
    "years": years,
    "letters": letters,
    "hurried": hurried,
}

__all__ = ["STYLES", "Planted", "hurried", "keywords", "letters", "roles", "sentences", "years"]

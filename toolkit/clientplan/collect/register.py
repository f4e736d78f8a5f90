"""The clients known so far: found by id, then by name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

from clientplan.collect.crm_id import standard
from clientplan.collect.shapes import Shape


@dataclass(eq=False)
class Client:
    """One client; `ids` is what each system calls it, `id` the first of those, or the name where there is none."""

    id: str
    source: str
    names: list[str] = field(default_factory=list)  # each different one, the latest last
    ids: dict[Shape, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.names[-1] if self.names else self.id


@dataclass(frozen=True)
class Reference:
    """How a row names its client: by an id in some system, by a name, or by both."""

    space: Shape
    id: str | None
    name: str | None


class Register:
    def __init__(self) -> None:
        self.clients: list[Client] = []
        self._by_id: dict[tuple[Shape, str], Client] = {}
        self._by_name: defaultdict[str, list[Client]] = defaultdict(list)
        self._taken: set[str] = set()

    def find(self, reference: Reference, *, alone: bool) -> list[Client]:
        """The clients that a row can mean: one, none that is known, or several of the same name.

        `alone` says that no other id of the system claims this name; only then can an unknown id belong to a client
        that another system has told us of.
        """
        if reference.id is None:
            return list(self._by_name[normal(reference.name or "")])
        known = self._by_id.get((reference.space, standard(reference.id)))
        if known:
            return [known]
        if reference.name is None:  # a bare list may use any system's ids
            return self._elsewhere(reference.id) if reference.space is Shape.LIST else []
        namesakes = [client for client in self._by_name[normal(reference.name)] if reference.space not in client.ids]
        return namesakes if alone and len(namesakes) == 1 else []

    def add(self, reference: Reference, source: str) -> Client:
        wanted = standard(reference.id) if reference.id else composed(reference.name or "")
        client = Client(self._free(wanted, reference.space), source)
        self.clients.append(client)
        return client

    def learn(self, client: Client, reference: Reference, *, from_list: bool) -> None:
        """One more id or name of a client; a list of clients knows its name better than any other table."""
        if reference.id:
            if not client.ids and client.names:  # known by name alone till now
                client.id = self._free(standard(reference.id), reference.space)
            self._by_id[reference.space, standard(reference.id)] = client
            client.ids.setdefault(reference.space, standard(reference.id))
        if reference.name:
            name, alike = composed(reference.name), self._by_name[normal(reference.name)]
            if client not in alike:
                alike.append(client)
                client.names.insert(len(client.names) if from_list else 0, name)
            elif from_list:
                client.names = [known for known in client.names if normal(known) != normal(name)] + [name]

    def namesakes(self) -> list[list[Client]]:
        return [clients for clients in self._by_name.values() if len(clients) > 1]

    def _elsewhere(self, identifier: str) -> list[Client]:
        keys = [(space, standard(identifier)) for space in Shape]
        found = [self._by_id[key] for key in keys if key in self._by_id]
        return found if len(found) == 1 else []

    def _free(self, wanted: str, space: Shape) -> str:
        """The id, unless another system's client has the same one."""
        while wanted in self._taken:
            wanted = f"{space}-{wanted}"
        self._taken.add(wanted)
        return wanted


def composed(name: str) -> str:
    """The name in composed letters (NFC) and single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", name)).strip()


def normal(name: str) -> str:
    """What two spellings of one name have in common: all but case, spaces and how accents are stored."""
    return unicodedata.normalize("NFC", composed(name).casefold())

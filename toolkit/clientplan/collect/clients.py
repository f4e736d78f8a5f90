"""Which client each row of each sheet belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from clientplan.collect.batch import Batch, Fault
from clientplan.collect.crm_id import space_of
from clientplan.collect.register import Client, Reference, Register, normal
from clientplan.collect.report import counted, listed
from clientplan.collect.tables import SOURCE, TEXT_DTYPE, shaped

_ATTRIBUTES = ["industry", "country", "manager", "currency"]
_TOLD = 5  # sentences of one kind
_AMBIGUOUS = "is the name of several clients: add the client's id"


@dataclass(frozen=True)
class Matched:
    clients: pd.DataFrame
    batches: list[Batch]  # every sheet, each row with the id of its client
    notes: list[str]


class _Named(NamedTuple):
    """The different ways in which the rows of a sheet name their clients, and which of them each row uses."""

    references: list[Reference]
    sources: list[str]  # where each is first met
    which: npt.NDArray[np.integer]


def match(batches: Sequence[Batch], currency: str | None) -> Matched:
    """Finds the client of each row by id, then by name; a client that no list holds is added.

    Within one system two ids are two clients, also where they share a name; across systems one name is one client.
    """
    register = Register()
    named = [_named(batch) for batch in batches]
    found = _resolve(batches, named, register)
    placed = [_placed(batch, one, clients) for batch, one, clients in zip(batches, named, found, strict=True)]
    lists = Counter(one for batch in placed if batch.table == "clients" for one in batch.frame["client_id"].unique())
    added = [client for client in register.clients if client.id not in lists]
    notes = [*_added(added, lists=bool(lists)), *_matched(register)]
    again = sum(times > 1 for times in lists.values())
    if again:
        notes.append(f"{counted(again, 'client')} in several lists: the later one has the word")
    return Matched(_table(register, placed, currency), placed, notes)


def _named(batch: Batch) -> _Named:
    pairs = pd.DataFrame({"id": batch.text("client_id").fillna(""), "name": batch.text(batch.naming).fillna("")})
    which = pairs.groupby(["id", "name"], sort=False).ngroup().to_numpy()
    different = pairs.drop_duplicates()
    references = [
        Reference(space_of(identifier, batch.recognised.shape), identifier or None, name or None)
        for identifier, name in different.itertuples(index=False)
    ]
    return _Named(references, batch.frame[SOURCE].loc[different.index].tolist(), which)


def _resolve(batches: Sequence[Batch], named: Sequence[_Named], register: Register) -> list[list[Client | None]]:
    """The client of each reference; lists of clients speak first, and whoever has an id before those without."""
    claims = _claims(named)
    found: list[list[Client | None]] = [[None] * len(one.references) for one in named]
    order = [
        (batch.table != "clients", reference.id is None, number, place)
        for number, (batch, one) in enumerate(zip(batches, named, strict=True))
        for place, reference in enumerate(one.references)
    ]
    for not_a_list, _, number, place in sorted(order):
        reference = named[number].references[place]
        alone = len(claims[reference.space, normal(reference.name or "")]) <= 1
        known = register.find(reference, alone=alone)
        if len(known) > 1:
            continue
        client = known[0] if known else register.add(reference, named[number].sources[place])
        register.learn(client, reference, from_list=not not_a_list)
        found[number][place] = client
    return found


def _claims(named: Sequence[_Named]) -> defaultdict[tuple[str, str], set[str]]:
    """The ids that each system gives to one name."""
    claims: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for one in named:
        for reference in one.references:
            if reference.id and reference.name:
                claims[reference.space, normal(reference.name)].add(reference.id)
    return claims


def _placed(batch: Batch, named: _Named, clients: Sequence[Client | None]) -> Batch:
    """The rows with their client's id; without those whose client can't be told."""
    ids = pd.Series([client.id if client else None for client in clients], dtype=TEXT_DTYPE)
    frame = batch.frame.assign(client_id=ids.take(named.which).to_numpy())
    name = batch.text(batch.naming)
    nobody = Fault.where(frame["client_id"].isna(), batch.header_of(batch.naming), name, _AMBIGUOUS)
    return replace(batch, frame=frame).without([nobody])


def _table(register: Register, batches: Sequence[Batch], currency: str | None) -> pd.DataFrame:
    """One row a client; the latest list that says something has the word, then the first other table that does."""
    clients = pd.DataFrame(
        {
            "client_id": [client.id for client in register.clients],
            "name": [client.name for client in register.clients],
            SOURCE: [client.source for client in register.clients],
        },
        dtype=TEXT_DTYPE,
    )
    lists = [batch.frame for batch in reversed(batches) if batch.table == "clients"]
    others = [batch.frame.drop(columns="currency", errors="ignore") for batch in batches if batch.table != "clients"]
    for latest, frames in ((True, lists), (False, others)):
        for frame in frames:
            said = frame.groupby("client_id")[[column for column in _ATTRIBUTES if column in frame]]
            for column, values in (said.last() if latest else said.first()).items():
                told = clients["client_id"].map(values).astype(TEXT_DTYPE)
                clients[column] = clients[column].fillna(told) if column in clients else told
    table = shaped("clients", clients)
    return table.assign(currency=table["currency"].fillna(currency)) if currency else table


def _added(added: Sequence[Client], *, lists: bool) -> Iterator[str]:
    if added and lists:
        names = listed([client.name for client in added])
        yield f"{counted(len(added), 'client')} in no list of clients, added: {names}"
    elif added:
        yield f"No list of clients among the files: {counted(len(added), 'client')} found in the other tables"


def _matched(register: Register) -> Iterator[str]:
    across = [client.name for client in register.clients if len(client.ids) > 1]
    if across:
        yield f"{counted(len(across), 'client')} with ids of several systems, matched by name: {listed(across)}"
    shared = [
        f"“{alike[0].name}” is the name of {len(alike)} clients ({listed([one.id for one in alike])}): kept apart"
        for alike in register.namesakes()
    ]
    called = [
        f"Client {client.id} has several names ({listed(client.names)}): taken as one by its id, called {client.name}"
        for client in register.clients
        if len(client.names) > 1
    ]
    for sentences in (shared, called):
        yield from sentences[:_TOLD]
        if len(sentences) > _TOLD:
            yield f"… and {len(sentences) - _TOLD:,} more of this kind"

"""All that is told about the twelve clients, made once and handed to each export."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from generator.activities import Activity, activities
from generator.client import Client, Person, clients
from generator.revenue import Invoice, invoices

SEED = "meridian 1"
MANAGER = "Ruth Adeyemi"
_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "\u0131": "i", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@dataclass(frozen=True)
class Portfolio:
    clients: list[Client] = field(default_factory=clients)

    def of(self, crm: str) -> list[Client]:
        return [client for client in self.clients if client.crm == crm]

    def invoices(self, crm: str) -> list[Invoice]:
        found = [one for client in self.of(crm) for one in invoices(client, SEED)]
        return sorted(found, key=lambda one: one.day)

    def activities(self, crm: str) -> list[Activity]:
        found = [one for client in self.of(crm) for one in activities(client, SEED)]
        return sorted(found, key=lambda one: one.start)


def record(prefix: str, number: int) -> str:
    """A fifteen-character id as Salesforce writes them."""
    digits = ""
    rest = 7_043_611 + number * 977
    for _ in range(5):
        rest, digit = divmod(rest, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return f"{prefix}00000{digits}"


def email(client: Client, person: Person) -> str:
    plain = unicodedata.normalize("NFKD", f"{person.first[0]}.{person.family}".translate(_SPELT).lower())
    local = "".join(mark for mark in plain if not unicodedata.combining(mark)).replace(" ", "")
    return f"{local}@{client.domain}"

"""Sentences of four languages, said again in other words; slips of the pen; each client has a language of its own."""

from __future__ import annotations

from random import Random

from planted.log import Book, Planted, a_day, ids, some, window, within

GOALS: dict[str, dict[str, list[str]]] = {
    "en": {
        "Their buyers order through the web shop, not by fax.": [
            "Web shop ordering shown to two buyers", "Fax orders still coming in", "First orders in the shop",
            "Buyers need logins for the webshop",
        ],
        "Scrap on the moulding press is halved by June.": [
            "Press scrap counted", "Moulding scrap: causes", "Weighed the scrap from the moulding presses",
            "Scrapped parts per shift",
        ],
        "The hospital group names us as preferred supplier for gloves.": [
            "Glove samples for the hospitals", "Preferred supplier criteria", "Gloves: hospital committee",
            "Supplier status with the group",
        ],
        "Night deliveries arrive before five.": [
            "Delivery times at night", "Late night delivery again", "Truck arrived after five, night tour",
            "Nightly deliveries reviewed",
        ],
        "All store managers are trained on the new scales.": [
            "Training for store managers", "Scales demo in three stores", "Manager trainings, second round",
            "How to calibrate the scale",
        ],
    },
    "de": {
        "Die Reklamationen bei Etiketten sinken auf zehn im Jahr.": [
            "Etikettenreklamation besprochen", "Reklamierte Etiketten", "Neue Etiketten getestet",
            "Reklamation: Ursache gefunden",
        ],
        "Wir schulen alle Schichtführer an der neuen Presse.": [
            "Schulung Schichtführer", "Presse erklärt, zweite Schicht", "Pressenschulung geplant",
            "Schichtführer im Training",
        ],
        "Der Rahmenvertrag wird um drei Jahre verlängert.": [
            "Verlängerung Rahmenvertrag", "Rahmenverträge geprüft", "Vertragslaufzeit drei Jahre",
            "Juristen zum Rahmenvertrag",
        ],
        "Das Lager in Kassel hält Ersatzteile für zwei Wochen.": [
            "Ersatzteillager Kassel", "Bestand der Ersatzteile", "Lagerbestand Kassel aufgenommen",
            "Ersatzteil fehlte im Lager",
        ],
    },
    "fr": {
        "Les livraisons du lundi arrivent avant huit heures.": [
            "Livraison du lundi en retard", "Horaires des livraisons", "Camion de lundi livré à temps",
            "Livrer avant huit heures",
        ],
        "La nouvelle recette de glaçage est validée par le laboratoire.": [
            "Essai de glaçage au labo", "Recette du glaçage, version 3", "Laboratoire : validation du glaçage",
            "Recettes goûtées",
        ],
        "Former vingt opérateurs au réglage des machines.": [
            "Formation des opérateurs", "Réglages avec deux opérateurs", "Opérateurs formés, équipe de nuit",
            "Régler la machine 4",
        ],
    },
    "es": {
        "Reducir las mermas de fruta en las tiendas del norte.": [
            "Mermas de fruta en Bilbao", "Control de la merma", "Fruta: pérdidas en las tiendas del norte",
            "Tiendas del norte, mermas",
        ],
        "El almacén nuevo recibe pedidos antes de septiembre.": [
            "Almacén nuevo, visita de obra", "Primer pedido en el almacén", "Obras del almacén",
            "Recepción de pedidos en almacenes",
        ],
        "Firmar el acuerdo de exclusividad para yogures.": [
            "Exclusividad yogur", "Acuerdo de yogures, borrador", "Firma de la exclusividad",
            "Yogures: condiciones exclusivas",
        ],
    },
}  # fmt: skip
NOISE = {
    "en": ["Lunch with Sam", "Newsletter", "Invoice 4711 reminder", "Left voicemail", "Office party", "Team photo",
           "Update contact data", "Happy new year", "Website visitors", "Travel arrangements", "Price increase letter"],
    "de": ["Mittagessen", "Weihnachtskarte", "Mahnung", "Urlaubsvertretung", "Messeeinladung", "Anfahrt geklärt",
           "Neue Durchwahl", "Glückwunsch zum Jubiläum", "Katalog geschickt", "Nicht erreicht"],
    "fr": ["Déjeuner", "Carte de voeux", "Relance facture", "Nouveau numéro", "Invitation au salon", "Appel manqué",
           "Catalogue envoyé", "Parlé des vacances", "Changement d'adresse"],
    "es": ["Comida", "Felicitación de Navidad", "Factura pendiente", "Cambio de teléfono", "Invitación a la feria",
           "Catálogo enviado", "Charla sobre el tiempo", "No contesta"],
}  # fmt: skip
NAMES = ["Li Wei", "Eva Sørensen", "José Núñez", "Anne-Marie Dupont", "Jürgen Groß", "Tom O'Neill", "Ines Köhler"]


def sentences(seed: int, clients: int = 40, each: int = 60) -> Planted:
    rng = Random(f"sentences {seed}")  # noqa: S311 - the same log each time
    book = Book(rng, explicit=0.25)
    for number in range(clients):
        client, language, names = f"A{number}", rng.choice(list(GOALS)), some(rng, NAMES, 3, 5)
        own = []
        for words, ident in zip(some(rng, list(GOALS[language]), 2, 4), ids(client), strict=False):
            people = some(rng, names, 1, 2)
            start, end = window(rng)
            own.append((ident, words, people, start, end))
            book.objective(client, ident, words, people, start, end)
        for _ in range(each):
            ident, words, people, start, end = rng.choice(own)
            said = rng.choice(GOALS[language][words])
            who = _written(rng, rng.choice(people if rng.random() < 0.7 else names))
            noise = rng.choice(NOISE[language])
            chance = rng.random()
            if chance < 0.5:
                subject = _slip(rng, said)
                notes = rng.choice([noise, rng.choice(GOALS[language][words]), "", ""])
                book.activity(client, within(rng, start, end), who, subject, notes, ident)
            elif chance < 0.56:
                day = a_day(rng)
                if not start <= day <= end:
                    book.activity(client, day, who, said, "", None)
            else:
                book.activity(client, a_day(rng), _written(rng, rng.choice(names)), noise, "", None)
    return book.planted("sentences")


def _written(rng: Random, name: str) -> str:
    first, _, last = name.partition(" ")
    return rng.choice([name, name, f"{first[0]}. {last}", f"{last}, {first}", name.upper()])


def _slip(rng: Random, text: str) -> str:
    """One word in ten has two letters changed round."""
    words = text.split()
    for at, word in enumerate(words):
        if len(word) > 6 and rng.random() < 0.1:
            place = rng.randrange(1, len(word) - 2)
            words[at] = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return " ".join(words)

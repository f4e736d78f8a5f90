"""Actions as account managers write them: which begin with a verb, or may, and which surely don't."""

from __future__ import annotations

import pytest

from clientplan.checks.language import fold, languages
from clientplan.checks.verbs import no_verb

DO = {
    "en": """
        Co-finance the tooling | Re-commission line 2
        Explain both stops in writing | Agree the Thursday call with the planner | Book the carrier's late slot
        Re-price the second line | Co-create the pilot plan with Quality | Pre-qualify two carriers
        Site-visit plant 2 | Kick off the trial with the setters | Follow up on the March quote
        Roll out the portal to both plants | First, audit line 2 | Then jointly plan the switch
        Please send the log to Anita Rao | Do not quote before January | Don't offer a discount
        Demo the sealer at Selby | Pitch line 4 to Finance | Shadow the night shift for a week
        Document the changeover | Implement the EDI link | Experiment with the thin film | Comment on their tender
        Mention the audit to Martin | Position the service contract | Bring the setters to our plant | Ring the planner
        Finance the tooling over 12 months | Reference-check the new carrier | Ship the first pallet
        Witness the seal test | 1. Send the offer | 2) Call the planner | b) Draft the page | - Draft the page
        • Draft the page | “Draft” the page | Line 2: train six setters | Pricing – send the offer by May
        Selby: Ruth invites the planners | Q3: review prices | Offer the renewal | Price the film for line 4
        Visit plant 2 with Quality | Contract a second carrier | Email the minutes to all six | e-mail the minutes
        Onboard the new buyer | Escalate the late pallets to Operations | Sponsor the safety day
        Question the forecast with Planning | Table the index clause | Workshadow the buyer
        In October, train the night shift | By Friday, send the price | Once the audit is through, sign
        Jonas to call the planner | Visits to Selby | Follow-up call | Quickly mend the seal jaws
        Hairnet stock at the line | RENEW THE CONTRACT | sign the order | Finalise volumes
        Realise the saving on line 2 | Test-run the narrow film | 10 Book a slot | Second a technician to plant 2
        Approve of nothing over 4% | Think of a name for the pilot | OK
    """,
    "de": """
        Angebot für Linie 4 abgeben | Prüfen Sie die Dichtungen | den Termin mit Einkauf festmachen
        Preisverhandlung vorbereiten | Workshop mit der Instandhaltung durchführen
        Bitte das Angebot bis Freitag schicken | Gemeinsam die Linie vermessen
        Monatliches Gespräch mit dem Einkauf vereinbaren | Die neuen Preise schriftlich erläutern, zuerst unseren Teil
        Ruf den Planer an | Prüfe den Vertrag | Drei Bediener schulen | Rückruf bei Frau Seidl erledigen bis 5.10.
        Alle Preise prüfen und freigeben | Vertrag kündigen | Muster bestellen (Linie 3) | Besuch in Werk 2 planen
        Den Einkauf überzeugen, dass die Linie läuft | Linie 2: Bediener einarbeiten | Audit in Werk 1 durchführen
        Senden Sie das Muster | Termin festmachen mit Einkauf | Folie auf Linie 3 umstellen
        Schulungsunterlagen übersetzen | 1. Angebot senden | Zuerst Lieferzeiten messen | Ersatzteile auf Lager legen
        PREISE VERHANDELN | Kick-off ansetzen | Lieferzeiten im Oktober | Jung informiert den Einkauf
        Klären, wer entscheidet | Einladung an die Werksleiter verschicken
    """,
    "fr": """
        Envoyer l'offre à Élodie | Envoyez le relevé | Leur envoyer le devis | L'inviter à l'usine
        Les rencontrer à Tours | Se mettre d'accord sur le prix | S'accorder sur la date | Ne pas augmenter le prix
        D'abord, peser cent paquets | Puis former les opérateurs | Ensemble, définir le cahier des charges
        Tout d'abord valider le plan | Veuillez signer | Visite le site de Selby | Relance client avant mars
        Partage le relevé avec les achats | Mettre en service la ligne 4 | Ligne 2 : former six opérateurs
        Réunir les chefs d'équipe | Obtenir l'accord du directeur | Convenir d'un prix
        Prendre rendez-vous avec les achats | Répondre à l'appel d'offres | Co-construire le plan | ETUDIER le contrat
        1. Rédiger le compte rendu | Faire le point avec la production | Soumettre le devis | Conclure
        Recevoir l'équipe | En octobre, former l'équipe de nuit | Élodie appelle le planificateur | Proposez la date
        Y retourner avec Yann
    """,
    "es": """
        Enviar la oferta a compras | Envíe el registro | Enviárselo a Marta | Llamarles antes de octubre
        Reunirse con compras | Primero medir la línea | Luego formar a los operarios | Por favor firmar el contrato
        No subir el precio | Visita la planta con Marta | Oferta el segundo filme | Acordar el precio
        Definir la fecha | Ofrecerle la renovación | Convencer a calidad | Línea 2: formar a seis operarios
        1. Redactar el informe | Pedir cita con compras | Hacer una prueba en la línea 4 | Poner en marcha la línea
        Dar respuesta al pliego | Ir a la planta | Leer el contrato | Conseguir el visto bueno | NEGOCIAR EL PRECIO
        Juntos, revisar los datos | Cerrar el pedido | Proponer una fecha | En octubre, formar al turno de noche
        Jorge llama al planificador | Presentarnos en la feria | Medirlo otra vez
    """,
}
DO_NOT = {
    "en": """
        Monthly call with the planner | Meeting with Martin | Kick-off with Quality | Kickoff | Workshop on pricing
        Pricing | The renewal | Our offer for line 4 | A visit to plant 2 | Quarterly business review
        Weekly pricing meeting | Negotiation of the renewal | Improvement of delivery | Relationship with Finance
        Awareness of the portal | 3 visits to Selby | 12 site visits | Presentation to the board | Sales deck
        Proposal for line 4 | Roadmap session | Review of prices | Audit of line 2 | New price list
        Regular contact with the buyers | No discount before January | Following the audit | Training for six setters
        Next meeting | First workshop | Then a meeting | Renewal: terms | Annual meeting | Roll-out
        Delivery performance | Dinner with Martin | Each plant manager | Feedback from Quality | Newsletters
        Proposals | Prices up 2% from May | Twelve visits | Pricing: terms | MONTHLY CALL | Capacity for the peak
        Reliance on one carrier
    """,
    "de": """
        Werksbesuch im gläsernen Werk
        Preisverhandlung | Preisverhandlung mit dem Einkauf | Monatliches Gespräch mit dem Einkauf | Workshop
        Jour fixe | Der Vertrag | Das neue Angebot für Linie 4 | Unsere Preise | 3 Besuche in Werk 2
        Werksbesuch in Selby | Einladung an die Werksleiter | Schulung für sechs Bediener | Neues Angebot
        Regelmäßige Besuche | Kick-off | Abstimmung mit allen Werken | Linienangebot für den neuen Einkäufer
        Jahresgespräch | Lieferantenaudit in Werk 1 | Zusammenarbeit mit Qualität
        Präsentation vor der Geschäftsleitung | Bitte Rückmeldung | Ein Termin im kommenden Monat
        Vertriebsbericht für Oktober | Qualität der Folie | Preisliste 2027 | Umfrage bei den Bedienern
    """,
    "fr": """
        Réunion mensuelle | Réunion avec les achats | Atelier sur les prix | L'atelier | Le dossier | Visite du site
        Point mensuel | Négociation du prix | Renouvellement du contrat | Les prix 2027
        Nouvelle offre pour la ligne 4 | Offre pour la ligne 4 | Devis | Trois visites à Tours : la ligne 4
        3 visites à Tours | Formation de six opérateurs | Dîner avec Hélène | D'abord une réunion | Notre offre
        Présentation au comité | Rendez-vous avec les achats | Suivi des arrêts | REUNION | Un audit de la ligne 2
        Qualité du film | Accompagnement des équipes | Séminaire | Prochaine visite | Audits de la ligne
    """,
    "es": """
        Reunión mensual | Reunión con compras | Taller de precios | El taller | Visita de la planta | Visita mensual
        Oferta | Negociación del precio | Renovación del contrato | Los precios de 2027 | Nueva oferta para la línea 4
        Presupuesto | 3 visitas a Selby | Formación de seis operarios | Cena con Marta | Primero una reunión
        Nuestra oferta | Llamada semanal | Presentación al comité | Seguimiento de las paradas | REUNION
        Una auditoría de la línea 2 | Calidad del filme | Lanzamiento del portal | Seminario | Próxima visita
        Auditorías de la línea | Encuesta a los operarios | Informe
    """,
}


def listed(actions: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (code, action.strip())
        for code, lines in actions.items()
        for line in lines.strip().splitlines()
        for action in line.split(" | ")
    ]


@pytest.mark.parametrize(("code", "action"), listed(DO))
def test_nothing_is_said_of_a_verb_or_of_what_may_be_one(code: str, action: str) -> None:
    assert no_verb(action, code) is None


@pytest.mark.parametrize(("code", "action"), listed(DO_NOT))
def test_surely_no_verb(code: str, action: str) -> None:
    word = no_verb(action, code)
    assert word is not None
    assert word in action


@pytest.mark.parametrize(("code", "action"), listed(DO))
def test_a_verb_of_any_language_will_do_while_it_is_open(code: str, action: str) -> None:
    assert no_verb(action, None) is None


@pytest.mark.parametrize(
    "action", ["Monthly call", "The renewal", "Preisverhandlung", "Réunion mensuelle", "Reunión mensual", "3 visits"]
)
def test_no_verb_in_any_language(action: str) -> None:
    assert no_verb(action, None) is not None


@pytest.mark.parametrize(
    "action", ["", "…", "?", "😀", "3", "Vergadering met inkoop", "   ", ":", "- : -", "1.", "Ⅷ", "²"]
)
def test_nothing_to_judge(action: str) -> None:
    assert no_verb(action, "nl") is None
    no_verb(action, None)


def test_the_word_is_told_as_it_was_written() -> None:
    assert no_verb("Then the RENEWAL", "en") == "the"
    assert no_verb("1. “Kick-off” with Quality", "en") == "Kick-off"
    assert no_verb("L’atelier", "fr") == "L"


@pytest.mark.parametrize("code", ["de", "en", "es", "fr"])
def test_the_lists_do_not_contradict_each_other(code: str) -> None:
    language = languages()[code]
    assert len(language.verbs) >= (600 if code == "en" else 200)
    assert not language.verbs & language.no_verbs
    assert not language.verbs & language.nouns
    assert all(word == fold(word) for word in language.verbs | language.nouns | language.no_verbs)

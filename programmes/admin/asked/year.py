"""Why each field of the year is asked, and where it will appear."""

from typing import Any

from ...models import (
    Campaign,
    CampaignDeadline,
    CommitmentAssessment,
    CommitmentEvidence,
    CommitmentSheet,
    Decision,
    Remark,
    SteeringMeeting,
)
from ..why import ask, internal, partners, public

SHEET: dict[str, Any] = {
    "campaign": public("L’année dont parle la fiche."),
    "nothing_new": public("Une réponse valable : le rapport l’imprime telle quelle."),
    "progress": public("Des faits vérifiables de l’année : imprimés dans le rapport et sur la page."),
    "next_steps": public("Ce qui vient l’an prochain : imprimé dans le rapport et sur la page."),
    "attention": public("Ce que les partenaires doivent surveiller : imprimé dans le rapport, à côté des faits."),
    "difficulties": partners("Ce qui a manqué, ce qui bloque : lu avant le visa, n’est jamais publié."),
    "channel": internal("Par où la réponse est arrivée."),
    "behalf_of": internal("Si vous saisissez pour quelqu’un : son nom, et d’où vient le texte."),
}

EVIDENCE: dict[str, Any] = {
    "text": public("En quoi elle prouve que la promesse est tenue : imprimé dans le rapport."),
    "rank": public("Ordre dans le rapport."),
}

ask(
    Campaign,
    sections={"Calendrier": "Les dates agissent seules : ouverture, relances, clôture."},
    protocol=public("L’accord dont on rend compte."),
    kind=public("Annuelle, à mi-parcours, finale, de suivi."),
    year=public("L’année du rapport ; fait partie de son adresse."),
    starts_on=public("Premier jour couvert."),
    ends_on=public("Dernier jour couvert."),
    money_as_of=public("« Arrêté au » de tous les montants du rapport."),
    opens_on=partners("Ce jour-là, les fiches sont créées et les liens partent."),
    contributors_due_on=partners("Après ce jour, les relances partent."),
    closes_on=partners("Une fiche non rendue ce jour-là est imprimée ainsi."),
)
ask(
    CampaignDeadline,
    "Jusqu’à quand chaque partie donne ses visas.",
    party=partners("La partie."),
    due_on=partners("Échéance rappelée dans « À faire »."),
)
ask(CommitmentSheet, "", **SHEET, commitment=public("L’engagement dont parle la fiche."))
ask(
    CommitmentAssessment,
    "Ce que chaque partie en dit ; si les niveaux diffèrent, le rapport imprime les deux textes.",
    party=public("La partie qui juge."),
    level=public("Publié quand toutes les parties sont d’accord."),
    text=public("Deux phrases, imprimées si les avis diffèrent."),
)
ask(
    CommitmentEvidence,
    "Une preuve qui n’est pas une fiche du registre : un acte, un article.",
    title=public("Texte du lien."),
    url=public("Où la lire."),
    **EVIDENCE,
)
ask(
    SteeringMeeting,
    protocol=public("L’accord que l’on pilote."),
    kind=public("Réunion, ou procédure écrite."),
    held_on=public("Le jour."),
    place=public("La ville, ou « à distance »."),
    agenda=partners("Pour les participants."),
)
ask(
    Decision,
    "Seules les décisions cochées « rendue publique » paraissent.",
    number=public("Rang dans la réunion."),
    text=public("Telle qu’elle a été prise."),
    owner=partners("Qui doit la faire."),
    due_on=partners("Rappelée dans « À faire »."),
    state=partners("Où elle en est."),
    is_public=internal("Cochée, elle paraît sur la page du protocole."),
)
ask(
    Remark,
    "Quand deux sources se contredisent : la page le dit (« les sources divergent »).",
    field=public("Ce qui est en doute."),
    other_value=public("Ce que dit l’autre source."),
)

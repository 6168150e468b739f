"""Why each field of the agreement is asked, and where it will appear."""

from ...models import (
    Amendment,
    Commitment,
    CommitmentContinuation,
    CommitmentOwner,
    Indicator,
    IndicatorValue,
    Party,
    Protocol,
    ProtocolAct,
    Signature,
    Statement,
    Theme,
    ThemeLaboratory,
)
from ..why import ask, internal, partners, public

ask(
    Protocol,
    sections={
        "Signature et durée": "Les dates découpent les années du rapport ; un avenant peut repousser l’échéance.",
        "Références": "L’acte, et le protocole que celui-ci prolonge.",
    },
    title=public("Intitulé officiel, tel que signé."),
    short_title=public("Dans les menus, les listes et les adresses."),
    summary=public("Tête de la page du protocole."),
    signed_on=public("Le jour de la signature."),
    signed_at_place=public("La ville."),
    starts_on=public("Premier jour de la première année."),
    ends_on=public("Dernier jour, hors avenants."),
    legal_reference=public("Numéro de la convention ou de la délibération."),
    predecessor=public("Le protocole auquel il succède : les engagements se suivent."),
)
ask(
    Party,
    "Les organismes liés par le protocole ; eux seuls visent et signent.",
    protocol=public("L’accord."),
    organisation=public("Ses agents agissent en son nom."),
    rank=public("Ordre partout : 1 d’abord."),
)
ask(
    Amendment,
    "Sur la frise de la page du protocole.",
    number=public("1, 2, 3."),
    kind=public("Ce qu’il change."),
    title=public("Intitulé officiel."),
    signed_on=public("Le jour de la signature."),
    new_end_date=public("Seulement s’il prolonge."),
)
ask(
    Statement,
    "Publié sur la page du protocole ou en tête du rapport, avec le nom et la fonction.",
    protocol=public("L’accord dont on parle…"),
    report=public("… ou le rapport qu’il ouvre."),
    person=public("Qui parle."),
    function=public("Sa fonction ce jour-là : elle ne change plus ensuite."),
    said_on=public("Quand."),
    text=public("Mot pour mot."),
    rank=public("Ordre d’affichage."),
)
ask(
    ProtocolAct,
    "Ce qui a permis de signer.",
    body=public("Par exemple : commission permanente."),
    number=public("Tel qu’imprimé sur l’acte."),
    decided_on=public("Le jour du vote."),
)
ask(
    Signature,
    "Qui a signé, en quelle qualité.",
    person=public("Nom affiché sur la page du protocole."),
    function=public("Sa fonction ce jour-là."),
    signed_on=public("Vide : le jour du protocole."),
)
ask(
    Commitment,
    protocol=public("L’accord qui le contient."),
    number=public("Son rang dans le texte signé ; fait partie de l’adresse de la page."),
    label=public("Quelques mots, pour les listes et les titres."),
    wording=public("À la lettre : c’est la promesse elle-même."),
)
ask(
    CommitmentOwner,
    "Qui répond de l’engagement chez chaque partie.",
    party=public("La partie."),
    person=partners("Reçoit la fiche de l’année."),
    function=public("Service ou fonction : seul affiché."),
)
ask(
    CommitmentContinuation,
    "Ce que le protocole suivant en a fait.",
    successor=public("Vide s’il est abandonné."),
    kind=public("Repris, modifié, fusionné, abandonné."),
)
ask(
    Theme,
    protocol=public("L’accord qui le nomme."),
    number=public("Son rang dans le texte signé."),
    label=public("Intitulé officiel, à la lettre."),
    short_label=public("Étiquettes et menus : deux ou trois mots."),
    summary=public("Tête de la page du thème."),
    colour=public("Numéro dans la palette : 1 à 8."),
    continues=public("Le thème du protocole précédent."),
)
ask(
    ThemeLaboratory,
    "Les laboratoires nommés sur la page du thème.",
    laboratory=public("Sa page cite le thème."),
    is_confirmed=public("Décoché, la page dit que c’est une proposition."),
)
ask(
    Indicator,
    sections={"Calcul": "Une règle compte les fiches du registre ; sans règle, la valeur se saisit chaque année."},
    commitment=public("Ce qu’il mesure."),
    rank=public("Ordre sur la page."),
    label=public("Ce qui est compté, sans verbe : « thèses cofinancées »."),
    definition=public("Ce qui compte et ce qui ne compte pas : dictionnaire des données."),
    unit=public("Thèses, euros, %."),
    is_cumulative=public("La valeur d’une année comprend les précédentes."),
    baseline=public("La valeur avant le protocole."),
    baseline_year=public("Son année."),
    target=public("La valeur promise."),
    target_year=public("Pour quelle année."),
    rule=internal("Nom d’une règle ; vide : la valeur est saisie."),
)
ask(
    IndicatorValue,
    "Une ligne par année : la courbe de la page et du rapport.",
    year=public("L’année mesurée."),
    target=public("Ce qui était visé."),
    actual=public("Ce qui est constaté, ou le plus bas de deux."),
    actual_max=public("Le plus haut, pour « de 3 à 4 »."),
    comment=public("Une phrase qui explique un écart."),
)

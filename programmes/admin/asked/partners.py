"""Why each field of the partners is asked, and where it will appear."""

from ...models import (
    Identifier,
    Laboratory,
    LaboratoryContact,
    LaboratorySupervision,
    Organisation,
    Person,
    UnitCode,
)
from ..why import ask, internal, partners, public

ask(
    Laboratory,
    sections={
        "Où": "Pour la carte et le filtre par ville.",
        "Rattachement": "Les instituts du CNRS, principal puis secondaire.",
        "Vie de l’unité": "Une unité qui change de nom ou fusionne reste liée à la précédente.",
    },
    acronym=public("Le nom d’usage : listes, carte, adresse de la page."),
    name=public("Titre de la page."),
    summary=public("Ce qu’on y cherche, en mots simples."),
    city=public("Siège : carte et filtre."),
    other_cities=public("Séparées par des virgules."),
    latitude=public("En degrés : 49,18255. Place le point sur la carte."),
    longitude=public("En degrés, négative à l’ouest : -0,37068."),
    is_elsewhere=public("Siège hors de la région, avec un site ici."),
    main_institute=public("Filtre de la liste."),
    second_institute=partners("S’il y en a un."),
    opened_on=public("Création sous ce nom."),
    closed_on=public("La page reste, marquée « fermé »."),
    predecessor=public("L’unité à laquelle elle succède."),
)
ask(
    UnitCode,
    "Le code du CNRS, daté : la page montre celui du jour. Contrôlé pendant la saisie.",
    type=public("UMR, UAR, UPR."),
    number=public("Les chiffres seuls : 6014."),
    since=public("Vide si l’origine n’est pas connue."),
    until=public("Vide tant qu’il sert."),
)
ask(
    LaboratorySupervision,
    "Les tutelles nommées sur la page.",
    organisation=public("Un organisme du registre."),
    since=partners("Depuis quand."),
    until=partners("Vide tant que dure la tutelle."),
)
ask(
    LaboratoryContact,
    "Qui répond pour le laboratoire. Rien de ce tableau n’est publié.",
    person=partners("Reçoit les fiches de l’année."),
    role=partners("Direction, administration."),
    email=partners("Pour l’envoi du lien personnel ; jamais publiée."),
    since=partners("Depuis quand."),
    until=partners("Vide tant que dure la fonction."),
)
ask(
    Identifier,
    "Numéros des registres nationaux, contrôlés pendant la saisie ; un lien mène au registre.",
    organisation=public("À qui est le numéro : un organisme…"),
    laboratory=public("… un laboratoire…"),
    person=public("… ou une personne."),
    scheme=public("RNSR, SIRET, ROR, ORCID."),
    value=public("Tel que copié, adresse comprise : il est remis en forme."),
    note=partners("S’il y en a deux : lequel est lequel."),
    since=partners("Depuis quand il vaut."),
    until=partners("Vide tant qu’il vaut."),
    checked_on=internal("La dernière fois que quelqu’un l’a comparé au registre."),
)
ask(
    Organisation,
    kind=public("Range l’organisme ; une collectivité et un institut n’ont pas les mêmes droits."),
    name=public("Nom officiel : financeurs, tutelles, établissements."),
    acronym=public("Dans les tableaux, à la place du nom."),
    usage_name=public("Le nom que tout le monde emploie."),
    parent=public("L’organisme dont il dépend."),
    city=public("Siège."),
    country=public("Vide pour la France."),
)
ask(
    Person,
    sections={"Information au titre du RGPD": "À dater avant toute publication du nom."},
    family_name=public("Paraît seulement avec un rôle public : direction, encadrement, signature."),
    given_name=public("En entier."),
    laboratory=public("Son laboratoire d’aujourd’hui."),
    organisation=public("Sinon son organisme."),
    informed_on=internal("Le jour où la personne a reçu l’information (articles 13 et 14)."),
    reference=internal("Clé des imports ; jamais publiée."),
)

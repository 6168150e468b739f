"""Why each field of an action and of its money is asked, and where it will appear."""

from programmes.admin.asked import EVIDENCE, SHEET
from programmes.admin.why import ask, internal, partners, public

from ..models import (
    Call,
    Contribution,
    ContributionFunder,
    Document,
    Event,
    EventEvidence,
    Expense,
    FundingScheme,
    Grant,
    GrantAmendment,
    Instalment,
    KeyFigure,
    Milestone,
    Output,
    OutputEvidence,
    Participation,
    Payment,
    Project,
    ProjectCommitment,
    ProjectEvidence,
    ProjectSheet,
    ProjectTheme,
    TeamMember,
)

ask(
    Project,
    sections={
        "Sa place": "Où l’action se range parmi les autres.",
        "Calendrier": "Les dates réelles, dès qu’elles sont connues, remplacent les dates prévues sur la page.",
        "Cadre": "Un cadre (le CPER) n’est jamais un financeur : les montants se saisissent dans « Financements ».",
        "Accès": "Alimente « À saisir », la page de ce qui est ouvert aux équipes extérieures.",
    },
    title=public("Titre de la page et du chapitre du rapport."),
    acronym=public("Le nom de tous les jours : listes, menus, cartes."),
    kind=public("Range l’action dans les listes et choisit ce que sa fiche demande."),
    state=public("Proposée, en cours, achevée : seule une action en cours reçoit une fiche chaque année."),
    summary=public("Cinq lignes sans sigle, pour un lecteur qui découvre : tête de la page et du chapitre."),
    is_flagship=public("Paraît en tête de la liste et sur l’accueil."),
    rank=public("Ordre dans les listes : 1 d’abord."),
    part_of=public("Pour l’édition d’une chaire, une mesure d’un programme."),
    lead_laboratory=public("L’action paraît aussi sur la page du laboratoire."),
    planned_start=public("D’après la convention."),
    planned_end=public("D’après la convention."),
    actual_start=public("Le vrai début."),
    actual_end=public("La vraie fin ; vide tant que l’action court."),
    frame=public("Par exemple : CPER 2021-2027."),
    call_reference=public("L’appel ou la convention dont l’action est née."),
    is_open_to_users=public("Cochée, l’action paraît dans « À saisir »."),
    access=public("Comment une équipe demande du temps ou un service : à qui écrire, quand."),
    website=public("Le site propre de l’action."),
)
ask(
    ProjectCommitment,
    "L’action est une preuve de ces engagements ; ils disent de quel protocole elle relève.",
    commitment=public("Au moins un : sans lui, l’action n’entre dans aucun rapport."),
)
ask(ProjectTheme, "L’action paraît sur la page de chacun de ces thèmes.", theme=public("Deux ou trois au plus."))
ask(
    Participation,
    "Les partenaires nommés sur la page de l’action.",
    organisation=public("Un organisme…"),
    laboratory=public("… ou un laboratoire : sa page cite l’action."),
    role=public("Porte, participe, héberge."),
    note=public("Ce qu’il apporte, en quelques mots."),
    since=partners("Premier jour."),
    until=partners("Vide tant qu’il participe."),
)
ask(
    TeamMember,
    "Responsables nommés sur la page ; informez-les d’abord (RGPD).",
    person=public("Une personne du registre."),
    role=public("Responsable, coordination."),
    since=partners("Premier jour."),
    until=partners("Vide tant que le rôle dure."),
)
ask(
    Milestone,
    "La frise de la page de l’action.",
    rank=public("Ordre sur la frise."),
    label=public("Quelques mots : « Aimant livré »."),
    planned_on=public("Date annoncée."),
    reached_on=public("Vide tant qu’il n’est pas atteint."),
)
ask(
    KeyFigure,
    "Les chiffres en tête de la page et du chapitre ; chacun a sa source.",
    rank=public("Ordre d’affichage."),
    year=public("L’année que le chiffre décrit."),
    label=public("Ce qui est compté : « équipes accueillies »."),
    value=public("Le chiffre, ou le plus bas de deux."),
    value_max=public("Le plus haut, pour « de 3 à 4 »."),
    unit=public("Vide s’il n’y en a pas."),
)
ask(
    Output,
    "Ce que l’action a produit ; paraît sur sa page et compte au rapport.",
    project=public("L’action d’où elle vient."),
    kind=public("Publication, logiciel, brevet, exposition."),
    year=public("Année de parution."),
    title=public("Tel qu’il est publié."),
    doi=public("Contrôlé pendant la saisie ; lien vers le texte."),
    hal_id=public("Lien vers HAL : hal-01234567."),
    url=public("S’il n’y a ni DOI ni HAL."),
)
ask(
    Document,
    "Fichiers et liens. Seuls ceux qui sont cochés « public » paraissent.",
    title=public("Texte du lien."),
    file=public("PDF de préférence."),
    url=public("Plutôt qu’un fichier, quand il est déjà en ligne."),
    dated_on=public("La date du document."),
    is_public=internal("Décoché, il reste entre partenaires."),
)
ask(
    Call,
    sections={"Ce qu’il a donné": "Chiffres publiés à la clôture : ils mesurent l’attrait de l’action."},
    project=public("L’action qui lance l’appel."),
    title=public("Paraît dans « À saisir » et son fil."),
    audience=public("À qui il s’adresse : « jeunes chercheurs étrangers »."),
    year=public("L’année de l’appel."),
    opens_on=public("Avant ce jour, il est annoncé."),
    closes_on=public("Après ce jour, il quitte « À saisir »."),
    decided_on=public("Quand les lauréats sont connus."),
    apply_url=public("Lien « Candidater »."),
    places=public("Combien de lauréats étaient prévus."),
    applications=public("Combien ont été évaluées."),
    interviewed=public("Combien de personnes ont été entendues."),
    awarded=public("Combien ont été retenues."),
    withdrawn=partners("Lauréats qui ont renoncé."),
)
ask(
    Event,
    project=public("L’action qui l’organise."),
    title=public("Au calendrier de la page de l’action."),
    starts_on=public("Premier jour."),
    ends_on=public("Dernier jour ; vide s’il n’y en a qu’un."),
    place=public("Ville et lieu."),
    attendance=public("Combien de personnes sont venues."),
    attendance_precision=public("« Plus de », « environ » : publié avec le chiffre."),
)
ask(
    ProjectEvidence,
    "Les actions qui prouvent que l’engagement est tenu.",
    project=public("Sa page y renvoie."),
    **EVIDENCE,
)
ask(
    ProjectSheet,
    "",
    **SHEET,
    project=public("L’action dont parle la fiche."),
    headline=public("La phrase qu’un lecteur pressé lira seule : page et rapport."),
)
ask(
    EventEvidence,
    "Les événements qui prouvent que l’engagement est tenu.",
    event=public("Cité dans le rapport."),
    **EVIDENCE,
)
ask(
    OutputEvidence,
    "Les productions qui prouvent que l’engagement est tenu.",
    output=public("Citée dans le rapport."),
    **EVIDENCE,
)
ask(
    FundingScheme,
    name=public("Tel qu’il est voté : « Réseaux d’intérêts normands »."),
    organisation=public("Qui le finance."),
    parent=partners("Si c’est un volet d’un autre."),
    since=partners("Depuis quand il existe."),
    until=partners("Vide tant qu’il dure."),
    successor=partners("Celui qui l’a remplacé : les totaux se suivent."),
)
ask(
    Contribution,
    "Ce qui est prévu ; une ligne ne paraît jamais seule, le total par action et par financeur est publié.",
    sections={"Le montant": "Colonne « prévu » de l’annexe financière."},
    project=public("L’action qui reçoit l’argent."),
    nature=public("Subvention, moyens propres, nature, privé, européen : une ligne chacun."),
    scheme=partners("D’où vient l’argent chez le financeur."),
    purpose=public("À quoi il sert : « achat de l’aimant »."),
    year=public("Année prévue."),
    amount=public("En euros, 45 000,50. Le plus bas s’il y en a deux."),
    amount_max=public("Le plus haut, pour « de 3 à 4 M€ »."),
)
ask(
    ContributionFunder,
    "Plusieurs financeurs quand la part de chacun n’est pas connue.",
    organisation=public("Nommé dans l’annexe financière."),
)
ask(
    Grant,
    sections={
        "Le vote": "Colonne « voté » de l’annexe ; le numéro permet de retrouver l’acte.",
        "Calcul": "Un forfait, ou un taux d’une assiette.",
        "Convention": "Signée, la subvention passe en « engagé ».",
        "Annulation": "Retirée du « voté » dans tous les totaux.",
    },
    project=public("L’action aidée."),
    purpose=public("À quoi elle sert, tel que voté."),
    organisation=public("Qui donne : lui seul modifie cette fiche."),
    beneficiary=public("Qui reçoit."),
    scheme=public("Le dispositif de l’attribuant."),
    contribution=partners("La prévision qu’elle réalise : « prévu » et « voté » se comparent."),
    deciding_body=public("Par exemple : commission permanente."),
    decision_number=public("Tel qu’imprimé sur la délibération."),
    voted_on=public("Le jour du vote ; décide de l’année."),
    budget=partners("AE : fonctionnement. AP : investissement."),
    amount=public("Montant voté, en euros : 45 000,50."),
    is_lump_sum=partners("Cochée, le taux et l’assiette restent vides."),
    rate=partners("En pourcentage de l’assiette : 50 %."),
    eligible_base=partners("Dépenses retenues, en euros."),
    convention_number=partners("Tel qu’imprimé sur la convention."),
    convention_signed_on=public("Vide tant qu’elle n’est pas signée."),
    eligible_from=partners("Première dépense retenue."),
    eligible_until=partners("Dernière dépense retenue."),
    lapses_on=partners("Après ce jour, le reste est perdu : une alerte précède."),
    cancelled_amount=public("Retiré du voté."),
    cancelled_on=partners("Le jour de l’annulation."),
)
ask(
    GrantAmendment,
    "Les avenants modifient le montant voté ou la caducité.",
    number=partners("1, 2, 3."),
    signed_on=partners("Le jour de la signature."),
    amount=public("Négatif pour un retrait."),
    new_lapse_date=partners("Vide si elle ne change pas."),
)
ask(
    Instalment,
    "Ce qui reste à payer, et les pièces attendues avant.",
    kind=partners("Avance, acompte, solde."),
    number=partners("Rang de l’acompte."),
    amount=partners("En euros."),
    expected_on=partners("Quand le paiement est attendu."),
    papers_due_on=partners("Après ce jour, une relance part."),
    papers_received_on=partners("Vide : rien ne peut être payé."),
)
ask(
    Payment,
    "Colonne « mandaté » : jamais plus que le voté.",
    grant=partners("La subvention payée."),
    instalment=partners("L’échéance payée, si elle est suivie."),
    mandate_number=partners("Numéro du mandat : unique, il empêche de compter deux fois."),
    budget_year=partners("L’exercice du mandat."),
    paid_on=partners("Le jour du mandat."),
    amount=public("En euros ; négatif pour un reversement."),
)
ask(
    Expense,
    "Les moyens propres d’un partenaire, tels qu’il les déclare.",
    project=public("L’action servie."),
    organisation=public("Qui déclare : lui seul modifie cette fiche."),
    year=public("L’exercice."),
    purpose=public("Par exemple : demi-salaire."),
    amount=public("En euros."),
    declared_on=partners("Le jour de la déclaration."),
)

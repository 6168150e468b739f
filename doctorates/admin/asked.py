"""Why each field of a thesis is asked, and where it will appear."""

from programmes.admin.asked import EVIDENCE, SHEET
from programmes.admin.why import ask, internal, partners, public

from ..models import (
    ContractEvent,
    DoctoralSchool,
    FollowUp,
    Outcome,
    Registration,
    Supervision,
    Thesis,
    ThesisEvidence,
    ThesisFunding,
    ThesisOutput,
    ThesisSheet,
    ThesisTheme,
)

ask(
    Thesis,
    sections={
        "Qui, où": "Le nom ne paraît qu’après la soutenance, ou si vous le décidez plus bas.",
        "Déroulement": "Une thèse abandonnée n’a pas de page : elle compte dans les totaux de cinq et plus.",
        "Numéros": "Contrôlés pendant la saisie ; un lien mène au registre.",
        "Ce qui peut être publié": "Vos réponses s’appliquent partout : site, recherche, rapport, données ouvertes.",
    },
    title=public("Titre de la page, des listes et du rapport, tel qu’il est déposé."),
    project=public("L’action de cofinancement doctoral, sauf si la thèse relève d’une autre. Elle porte les montants."),
    discipline=public("Telle que l’établissement l’enregistre."),
    keywords=public("Séparés par des virgules ; la recherche les lit, ils remplacent le nom dans les listes."),
    abstract=public("Pour un lecteur curieux. Caché tant que la thèse est confidentielle."),
    candidate=public(
        "Le nom paraît après une soutenance réussie, ou avant si vous cochez « le nom peut être publié »."
    ),
    laboratory=public("La thèse paraît aussi sur la page du laboratoire."),
    school=public("Sur la page, et filtre de la liste."),
    registering_body=public("Où la personne s’inscrit chaque année."),
    awarding_body=public("Qui délivre le diplôme ; souvent un autre établissement."),
    employer=partners("Qui signe le contrat ; sert au suivi des paiements."),
    cotutelle_body=public("L’établissement étranger, s’il y en a un."),
    is_cifre=public("Dispositif affiché sur la page."),
    state=public("Décide de la page publique et des comptes du rapport."),
    registered_on=public(
        "Avant la signature du protocole, la thèse compte au point de départ. La page n’en donne que l’année."
    ),
    contract_ends_on=partners("Prévient les retards ; n’est jamais publiée."),
    planned_defence=partners("Sert au calendrier des partenaires."),
    defended_on=public("La vraie date ; elle ouvre le NNT et le résultat."),
    ended_on=partners("D’un abandon ou d’un transfert : compté, jamais daté en public."),
    result=partners("Un ajournement retient le nom ; rien d’autre n’en paraît."),
    nnt=public("Donné après la soutenance : 2021NORMR001. Lien vers theses.fr."),
    subject_number=partners("Numéro du sujet sur theses.fr, avant la soutenance : s123456."),
    hal_id=public("Lien vers le texte : tel-04721677."),
    title_is_public=internal("Décochée, la thèse n’a pas de page et son titre n’est lu nulle part."),
    confidential_until=public("Le résumé est caché jusqu’à ce jour ; la page dit la date."),
    name_is_public=internal("À cocher si le nom est déjà public ou si la personne a été informée."),
    name_ground=internal("La preuve qu’il était permis de publier le nom (RGPD)."),
    name_public_at=internal("Depuis quand la décision s’applique."),
    name_public_by=internal("Qui l’a prise."),
)
ask(
    Supervision,
    "Les noms paraissent sur la page de la thèse, dans l’ordre direction, codirection, encadrement.",
    person=public("Une personne du registre ; ajoutez-la au besoin."),
    role=public("Direction, codirection, encadrement."),
    laboratory=partners("S’il diffère de celui de la thèse."),
)
ask(ThesisTheme, "La thèse paraît sur la page de chacun de ces thèmes.", theme=public("Un ou deux suffisent."))
ask(
    ThesisFunding,
    "Le nom des financeurs est public ; parts et montants restent entre partenaires, le total de l’action est publié.",
    organisation=public("Qui paie."),
    share=partners("Le même jour, les parts ne dépassent pas 100 %."),
    amount=partners("Publié par action, jamais par thèse."),
    since=partners("Premier jour payé."),
    until=partners("Dernier jour payé."),
    contribution=partners("La contribution prévue d’où vient l’argent : rien n’est compté deux fois."),
    grant=partners("Ou la subvention votée d’où il vient."),
)
ask(
    Registration,
    "Une ligne par rentrée : le rapport compte les inscrits de l’année.",
    year=partners("2024 pour la rentrée de septembre 2024."),
    registered_on=partners("Le jour de l’inscription, s’il est connu."),
)
ask(
    ContractEvent,
    "Ce qui déplace la fin du contrat. La nature d’un congé ne se note nulle part.",
    kind=partners("Prolongation, suspension, rupture."),
    happened_on=partners("Quand elle prend effet."),
    extra_days=partners("Jours ajoutés à la fin du contrat."),
    new_end_date=partners("La fin qui en résulte."),
)
ask(FollowUp, "La date du comité, jamais ce qu’il a dit.", held_on=partners("Le jour de la réunion."))
ask(
    Outcome,
    "Publié en totaux seulement, à partir de cinq personnes.",
    kind=partners("Le premier emploi après la soutenance."),
    known_on=partners("À quelle date on le savait."),
    organisation=partners("Facultatif ; jamais publié."),
)
ask(
    ThesisEvidence,
    "Les thèses qui prouvent que l’engagement est tenu.",
    thesis=public("Sa page y renvoie."),
    **EVIDENCE,
)
ask(ThesisSheet, "", **SHEET, thesis=public("La thèse dont parle la fiche."))
ask(
    ThesisOutput,
    "Les productions de l’action issues de cette thèse.",
    output=public("Citée sur la page de la thèse."),
)
ask(
    DoctoralSchool,
    number=public("Numéro ministériel : 497. Il ne change pas quand le nom change."),
    acronym=public("Dans les listes, à la place du nom."),
    former_acronym=partners("La recherche le connaît encore."),
    name=public("Sur la page des thèses."),
    created_year=partners("Pour distinguer deux écoles de même nom."),
    organisation=public("L’établissement qui l’accrédite."),
    city=public("Siège de l’école."),
)

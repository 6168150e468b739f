"""Why each field of the duties of a public site is asked, and where it will appear."""

from typing import Any

from ...models import AccessibilityDeclaration, ContactMessage, ErrorReport
from ..why import ask, partners, public

LETTER: dict[str, Any] = {
    "message": partners("Ce que la personne a écrit. Effacé un an après la réponse."),
    "email": partners("Sert à répondre, à rien d’autre. Effacée avec le message."),
    "outcome": partners("Sans suite\u00a0: rien ne part."),
    "answer": partners("Part par courriel à la personne, une fois, à l’enregistrement. Signez de votre service."),
}
ask(ErrorReport, address=partners("La page où l’erreur a été vue."), reason=partners("Ce qui ne va pas."), **LETTER)
ask(
    ContactMessage,
    subject=partners("Accessibilité\u00a0: réponse sous une semaine. Données personnelles\u00a0: sous un mois."),
    **LETTER,
)
ask(
    AccessibilityDeclaration,
    "Une obligation de la loi 2005-102. L’état se calcule\u00a0: sans audit, «\u00a0non conforme\u00a0».",
    established_on=public("Chaque audit fait une nouvelle déclaration\u202f; la plus récente est affichée."),
    updated_on=public("Valable trois ans à partir de cette date."),
    audited_on=public("Vide tant qu’aucun audit du RGAA n’a été fait."),
    auditor=public("Le service ou la société qui a mené l’audit."),
    rate=public("Part des critères applicables qui sont respectés\u00a0: 50\u00a0% et plus, partiellement conforme."),
    mean_rate=public("Moyenne des taux de chaque page\u202f; facultatif."),
    non_conformities=public("Une ligne par contenu qui ne respecte pas un critère."),
    burdens=public("Une ligne par dérogation, avec sa raison."),
    exempt=public("Une ligne par contenu que la loi exempte\u00a0: carte dont la liste dit tout, archive…"),
    technologies=public("Une ligne chacune\u00a0: HTML, CSS, SVG…"),
    environment=public("Une ligne par couple navigateur et aide technique réellement essayé."),
    tools=public("Une ligne par outil d’évaluation."),
    pages=public("Une ligne par page vérifiée."),
    scheme=public("Politique, référent, moyens, formations, marchés, tests\u00a0: trois ans au plus."),
    plan=public("Ce qui est fait cette année."),
)

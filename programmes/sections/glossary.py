"""Words of the report and the site that a reader may not know: short, in their language (source: facts, section E)."""

from django.utils.translation import gettext as _

from .blocks import Column, Table


def table() -> Table:
    """Words and what they mean here, in the order of the report rather than of the alphabet."""
    columns = (Column(label=_("Mot"), width=30, name="term"), Column(label=_("Ce qu’il veut dire ici"), name="meaning"))
    return Table(caption=_("Les mots de ce rapport"), columns=columns, rows=words(), name="glossaire")


def words() -> tuple[tuple[str, str], ...]:
    """Each word with its meaning: the agreement, research, money."""
    return (*_agreement(), *_research(), *_money())


def _agreement() -> tuple[tuple[str, str], ...]:
    return (
        (_("protocole de coopération"), _("l’accord-cadre qui lie les parties")),
        (_("engagement (du protocole)"), _("une promesse du protocole\u202f; non l’acte budgétaire")),
        (_("avenant"), _("ce qui change un accord, à une date")),
        (_("comité de pilotage"), _("la réunion des parties qui décide")),
        (_("fiche annuelle"), _("ce que les parties déclarent ensemble d’un engagement, d’une action ou d’une thèse")),
        (
            _("visa"),
            _("l’accord qu’une partie donne à une fiche ou au rapport\u202f; une signature est pour les accords"),
        ),
        (
            _("sans objet, non remise"),
            _("états d’une fiche\u00a0: elle n’a pas lieu d’être, elle n’est pas venue à temps"),
        ),
    )


def _research() -> tuple[tuple[str, str], ...]:
    return (
        (_("tutelle"), _("l’organisme responsable d’un laboratoire")),
        (
            _("UMR, UAR, UR, FR"),
            _("unité mixte de recherche\u202f; d’appui et de recherche\u202f; de recherche\u202f; fédération"),
        ),
        (_("thèse cofinancée"), _("une thèse dont le contrat est payé par plusieurs, ici la Région et le CNRS")),
        (_("école doctorale"), _("l’école où une thèse est inscrite")),
        (_("soutenance"), _("la présentation publique qui achève une thèse")),
        (_("NNT"), _("le numéro national d’une thèse, donné après sa soutenance")),
    )


def _money() -> tuple[tuple[str, str], ...]:
    return (
        (_("prévu"), _("annoncé, avant tout vote")),
        (_("voté"), _("décidé par l’organe compétent, avenants compris, annulations déduites")),
        (_("engagé"), _("porté par une convention signée")),
        (_("mandaté"), _("payé, reversements déduits")),
        (_("reste à mandater"), _("engagé, moins mandaté")),
        (_("arrêté au"), _("le jour auquel les chiffres s’arrêtent")),
        (_("apport propre"), _("ce qu’une partie apporte sans vote ni convention, par exemple un demi-salaire")),
        (_("CPER"), _("le contrat de plan État-Région\u00a0: un cadre, jamais un financeur")),
        (_("FEDER"), _("le fonds européen de développement régional, jamais ajouté à l’argent de la Région")),
    )

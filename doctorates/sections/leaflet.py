"""A co-funded thesis on one page: what its public page says, in the blocks of the report."""

from django.utils.translation import gettext as _

from programmes.sections import writing
from programmes.sections.base import Frame
from programmes.sections.blocks import Block, Bullets, Fact, Facts, Heading, Missing, Paragraph, Part, Pill

from ..models import Thesis, ThesisSheet


def leaflet(thesis: Thesis, sheet: ThesisSheet | None, frame: Frame) -> Part:
    """A thesis that outsiders may see; its candidate only as the rule of the record allows. Load for_page() first."""
    themes = [link.theme for link in thesis.theme_links.all()]
    candidate = thesis.public_candidate
    return Part(
        anchor="these",
        title=thesis.tr("title"),
        eyebrow=" · ".join(filter(None, (_("Thèse cofinancée"), str(candidate or "")))),
        pill=Pill(state=thesis.shown_state.tone, label=str(thesis.shown_state.label)),
        tone=f"theme-{themes[0].colour}" if themes else "",
        blocks=(
            _identity(thesis),
            *_abstract(thesis, frame),
            *_people(thesis),
            *_declared(sheet),
            *writing.remarks(thesis, frame),
            *writing.source(thesis),
        ),
    )


def _identity(thesis: Thesis) -> Block:
    """A line each; what nobody gave says so."""
    numbers = ", ".join(str(link.theme.number) for link in thesis.theme_links.all())
    funders = ", ".join(funding.organisation.tr("name") for funding in thesis.fundings.all())
    action = thesis.project.tr("title") if thesis.project.is_published else None
    bodies = (thesis.registering_body, thesis.awarding_body)
    registering, awarding = (body.tr("name") if body else None for body in bodies)
    return Facts(
        facts=(
            Fact(label=_("Laboratoire"), value=str(thesis.laboratory) if thesis.laboratory.is_published else None),
            Fact(label=_("École doctorale"), value=thesis.school.tr("name") if thesis.school else None),
            Fact(label=_("Discipline"), value=thesis.tr("discipline") or None),
            Fact(label=_("Thèmes"), value=numbers or None),
            Fact(label=_("Inscription"), value=registering),
            Fact(label=_("Délivrance du diplôme"), value=awarding),
            Fact(label=_("Première inscription"), value=_year(thesis), kind="year"),
            Fact(label=_("Soutenance"), value=thesis.defended_on or "–", kind="date"),
            Fact(label=_("Financeurs"), value=funders or None),
            Fact(label=_("Action"), value=action),
            Fact(label="NNT", value=str(thesis.nnt) if thesis.nnt else "–"),
            Fact(label=_("Référence"), value=thesis.reference),
        )
    )


def _year(thesis: Thesis) -> int | None:
    return thesis.registered_on.year if thesis.registered_on else None


def _abstract(thesis: Thesis, frame: Frame) -> tuple[Block, ...]:
    """The abstract, or until when it is kept back."""
    heading = Heading(text=_("Résumé"))
    if thesis.is_confidential_on(frame.as_of):
        return heading, Missing(text=_("Cette thèse est confidentielle."))
    keywords = thesis.tr("keywords").strip()
    told = (Paragraph(text=_("Mots clés\u00a0: %(words)s") % {"words": keywords}, style="note"),) if keywords else ()
    return heading, *(writing.text(thesis, "abstract") or (Missing(),)), *told


def _people(thesis: Thesis) -> tuple[Block, ...]:
    lines = tuple(f"{one.person}, {one.get_role_display()}" for one in thesis.supervisions.all())
    return (Heading(text=_("Encadrement")), Bullets(items=lines)) if lines else ()


def _declared(sheet: ThesisSheet | None) -> tuple[Block, ...]:
    """What the parties said of it in the last published report that speaks of it."""
    if sheet is None:
        return ()
    heading = Heading(text=_("Ce que les parties déclarent pour %(year)s") % {"year": sheet.campaign.year})
    return heading, *writing.sheet(sheet)

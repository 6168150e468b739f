"""The summary of the report: key figures and the drawings that each section gives about the protocol as a whole."""

from django.utils.translation import gettext as _

from programmes import wording

from . import changes, writing
from .base import Frame, Section
from .blocks import Block, Chapter, Figures, Missing
from .registry import all_sections


class SummarySection(Section):
    """The first chapter."""

    name = "summary"

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """The year in figures."""
        figures = tuple(figure for section in all_sections() for figure in section.key_figures(frame))
        numbers: Block = Figures(figures=figures) if figures else Missing()
        title = _("Le protocole en synthèse") if frame.is_final else _("L’année en synthèse")
        lead = _("Ce que les parties se sont promis, ce qu’elles en ont fait\u00a0: l’état du registre au %(day)s.")
        return (
            Chapter(
                slug="synthese",
                title=title,
                lead=lead % {"day": wording.day(frame.as_of, frame.language)},
                blocks=(numbers, *changes.blocks_of(frame), *writing.beside(frame.protocol, frame)),
            ),
        )

"""Freezing: from the tables of a day to the plain data of a report, one language at a time."""

from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..enums import CampaignKind, Language
from ..models import AnnualReport, Campaign, Protocol
from ..sections import appendix, glance
from ..sections.base import Frame
from ..sections.blocks import Block, Chapter, Paragraph, Quote, Report, as_plain
from ..sections.registry import all_sections
from .basis import Basis, basis


def freeze(campaign: Campaign, language: str, *, number: int = 0) -> Report:
    """The report of a campaign as plain data in one language. `number` 0: a draft, no edition."""
    frame = Frame(campaign=campaign, language=language)
    protocol = campaign.protocol
    with override(language):
        return Report(
            language=language,  # type: ignore[arg-type]
            kind=campaign.kind,
            title=CampaignKind(campaign.kind).report_title,
            subtitle=_subtitle(frame),
            protocol=protocol.tr("title"),
            year=campaign.year,
            as_of=campaign.money_as_of,
            period_start=campaign.starts_on,
            period_end=campaign.ends_on,
            parties=tuple(party.organisation.tr("name") for party in _parties(protocol)),
            edition=_("édition %(number)s") % {"number": number} if number else "",
            contains_demo=any(section.holds_demo(frame) for section in all_sections()),
            colophon=_colophon(protocol),
            forewords=_forewords(campaign),
            glance=glance.of(frame),
            chapters=appendix.completed(_chapters(frame), basis(campaign)["sheets"]),
        )


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """What an edition keeps: its content by language, what it rests on, whether it holds invented rows."""

    content: dict[str, Any]
    rests_on: Basis
    contains_demo: bool


def freeze_all(campaign: Campaign, *, number: int) -> Frozen:
    """The content of an edition in every language, and the sheets it rests on, read at one instant."""
    with transaction.atomic():
        _read_one_instant()
        reports = {language: freeze(campaign, language, number=number) for language in Language.values}
        with override(Language.FRENCH):
            rests_on = basis(campaign)
    return Frozen(
        content={language: as_plain(report) for language, report in reports.items()},
        rests_on=rests_on,
        contains_demo=any(report.contains_demo for report in reports.values()),
    )


def _read_one_instant() -> None:
    """Every figure of an edition comes from the same instant, whatever is edited meanwhile."""
    if not connection.savepoint_ids:  # inside another transaction its own instant holds
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _chapters(frame: Frame) -> list[Chapter]:
    return [chapter for section in all_sections() for chapter in section.freeze(frame)]


def _subtitle(frame: Frame) -> str:
    if frame.is_final:
        return _("Bilan de tout le protocole : engagements, indicateurs, enseignements et suites")
    return _("Bilan des actions, des thèses cofinancées et des engagements communs")


def _parties(protocol: Protocol) -> list[Any]:
    return list(protocol.parties.select_related("organisation"))


def _colophon(protocol: Protocol) -> tuple[Block, ...]:
    """The sources of the protocol itself."""
    return (Paragraph(text=protocol.source, style="source", language="fr"),) if protocol.source else ()


def _forewords(campaign: Campaign) -> tuple[Quote, ...]:
    """What the parties say at the head of the report, kept to the letter."""
    report = AnnualReport.objects.filter(campaign=campaign.pk).first()
    return tuple(
        Quote(
            text=statement.tr("text"),
            speaker=str(statement.person),
            function=statement.tr("function"),
            day=statement.said_on,
            source=statement.source,
            language=statement.language_of("text"),
        )
        for statement in (report.statements.select_related("person") if report else ())
    )

"""The chapter of the agreement: who signed what, when, with which words; what the parties decided since."""

from typing import Any

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .. import wording
from ..models import Decision, Party, Protocol, SteeringMeeting, rights
from . import sought, writing
from .addresses import change_page, list_page
from .base import Frame, Section
from .blocks import Block, Chapter, Column, Fact, Facts, Heading, Quote, Table, Value
from .finding import Sought
from .waiting import AHEAD, SOON, Desk, Task, Wait, first_due, gathered, record_tasks


class AgreementSection(Section):
    """The protocol itself."""

    name = "agreement"

    def waiting(self, desk: Desk) -> tuple[Task, ...]:
        """Protocols to correct or to publish, those that end soon, decisions to carry out."""
        return (*record_tasks([Protocol], desk), *_ending(desk), *_due(desk))

    def sought(self, viewer: Any) -> tuple[Sought, ...]:
        """The protocols themselves, and what their meetings decided."""
        return (sought.protocols(viewer), sought.decisions(viewer))

    def freeze(self, frame: Frame) -> tuple[Chapter, ...]:
        """One chapter."""
        protocol = frame.protocol
        blocks = (
            *writing.text(protocol, "summary"),
            _identity(protocol),
            _signatures(protocol),
            *_statements(protocol),
            *_amendments(protocol),
            *_decisions(protocol, frame),
            *writing.remarks(protocol, frame),
            *writing.source(protocol),
        )
        return (Chapter(slug="protocole", title=_("Le protocole"), lead=protocol.tr("title"), blocks=blocks),)

    def holds_demo(self, frame: Frame) -> bool:
        """Whether the protocol itself was invented."""
        return frame.protocol.is_demo


def _due(desk: Desk) -> tuple[Task, ...]:
    """Decisions that this person's party carries out, or that no party alone does."""
    rows: Any = rights.written(Decision.objects.due_by(desk.today + SOON), desk.user)
    theirs = Q(owner__isnull=True) | Q(owner__in=desk.party_ids)
    several = "décisions à exécuter"
    return gathered(
        first_due(rows.filter(theirs)),
        lambda row: Task(
            wait=Wait.TO_CARRY_OUT,
            title=capfirst(str(row)),
            url=change_page(row.meeting),
            details=row.text,
            due_on=row.due_on,
        ),
        lambda row: Task(
            wait=Wait.TO_CARRY_OUT,
            title=f"{row.together} {several}",
            url=list_page(SteeringMeeting),
            due_on=row.due_on,
            count=row.together,
        ),
    )


def _ending(desk: Desk) -> tuple[Task, ...]:
    """Protocols whose term, extensions included, comes within six months."""
    if not desk.is_approver:
        return ()
    rows: Any = rights.written(Protocol.objects.prefetch_related("amendments"), desk.user)
    return tuple(
        Task(
            wait=Wait.LAPSING,
            title=str(row),
            url=change_page(row),
            details="Le protocole arrive à son terme\u00a0: le prolonger, ou préparer son successeur.",
            due_on=row.term,
        )
        for row in rows
        if row.term and desk.today <= row.term <= desk.today + AHEAD
    )


def _identity(protocol: Protocol) -> Block:
    return Facts(
        facts=(
            Fact(label=_("Signé le"), value=protocol.signed_on, kind="date"),
            Fact(label=_("Lieu de la signature"), value=protocol.signed_at_place),
            Fact(label=_("Prend effet le"), value=protocol.starts_on, kind="date"),
            Fact(label=_("Échéance, prolongations comprises"), value=protocol.term, kind="date"),
        )
    )


def _signatures(protocol: Protocol) -> Block:
    columns = (
        Column(label=_("Partie"), width=26, name="party"),
        Column(label=_("Signataire"), width=22, name="signatory"),
        Column(label=_("Fonction ce jour-là"), name="function"),
        Column(label=_("Signé le"), kind="date", width=14, name="signed_on"),
        Column(label=_("Acte d’autorisation"), width=18, name="act"),
    )
    parties = protocol.parties.select_related("organisation").prefetch_related("signatures__person", "acts")
    rows = tuple(row for party in parties for row in _signature_rows(party))
    return Table(caption=_("Parties et signataires"), columns=columns, rows=rows, name="signataires")


def _signature_rows(party: Party) -> list[tuple[Value, ...]]:
    name, acts = party.organisation.tr("name"), ", ".join(str(act) for act in party.acts.all()) or None
    signed = [
        (name, str(row.person), writing.said(row, "function"), row.signed_on, acts) for row in party.signatures.all()
    ]
    return list(signed) or [(name, None, None, None, acts)]


def _statements(protocol: Protocol) -> tuple[Block, ...]:
    statements = protocol.statements.select_related("person")
    return tuple(
        Quote(
            text=statement.tr("text"),
            speaker=str(statement.person),
            function=statement.tr("function"),
            day=statement.said_on,
            source=statement.source,
            language=statement.language_of("text"),
        )
        for statement in statements
    )


def _amendments(protocol: Protocol) -> tuple[Block, ...]:
    columns = (
        Column(label=_("Avenant"), width=14),
        Column(label=_("Objet")),
        Column(label=_("Signé le"), kind="date", width=16),
        Column(label=_("Nouvelle échéance"), kind="date", width=20),
    )
    rows = tuple(
        (f"n° {row.number}", writing.said(row, "title"), row.signed_on, row.new_end_date or "–")
        for row in protocol.amendments.all()
    )
    return (Table(caption=_("Avenants"), columns=columns, rows=rows, name="avenants"),) if rows else ()


def _meeting(meeting: SteeringMeeting, language: str) -> str:
    """What a meeting is called in the reader's language; its own name is French, as the administration is."""
    words = {"kind": meeting.get_kind_display(), "day": wording.short_day(meeting.held_on, language)}
    return _("%(kind)s du %(day)s") % words


def _decisions(protocol: Protocol, frame: Frame) -> tuple[Block, ...]:
    """Decisions made public, of meetings held up to the end of the period."""
    decided = Decision.objects.public().filter(meeting__protocol=protocol, meeting__held_on__lte=frame.campaign.ends_on)
    decisions = decided.select_related("meeting", "owner__organisation")
    columns = (
        Column(label=_("Réunion"), width=24),
        Column(label=_("Décision")),
        Column(label=_("À la charge de"), width=18),
        Column(label=_("État"), width=14),
    )
    rows = tuple(
        (
            _meeting(row.meeting, frame.language),
            writing.said(row, "text"),
            row.owner.organisation.short_name if row.owner else None,
            row.get_state_display(),
        )
        for row in decisions.order_by("meeting__held_on", "number")
    )
    if not rows:
        return ()
    table = Table(caption=_("Décisions rendues publiques"), columns=columns, rows=rows, name="decisions")
    return (Heading(text=_("Ce que les parties ont décidé")), table)

"""The cycle of a public record: draft → submitted → published → archived; returned."""

from ..enums import RecordStatus
from ..models import User
from ..models.base import Record
from .engine import Audience, Changes, step
from .people import approver, calendar, contributor, writer

DRAFT, SUBMITTED, RETURNED = RecordStatus.DRAFT, RecordStatus.SUBMITTED, RecordStatus.RETURNED
PUBLISHED, ARCHIVED = RecordStatus.PUBLISHED, RecordStatus.ARCHIVED


@step(
    kind=Record, label="Soumettre", sources=(DRAFT, RETURNED), target=SUBMITTED, may=contributor,
    tells=((Audience.APPROVERS, "Une fiche demande à être publiée."),),
)  # fmt: skip
def submit(record: Record, *, by: User, reason: str) -> Changes | None:
    """Ask for its publication."""


@step(
    kind=Record, label="Publier", sources=(SUBMITTED,), target=PUBLISHED, may=approver,
    tells=((Audience.CONTRIBUTORS, "La fiche est publiée."),),
)  # fmt: skip
def publish(record: Record, *, by: User, reason: str) -> Changes | None:
    """Show it to everybody, in every channel."""


@step(
    kind=Record, label="Renvoyer", sources=(SUBMITTED,), target=RETURNED, may=approver, needs_reason=True,
    tells=((Audience.CONTRIBUTORS, "La fiche est à corriger, pour le motif donné."),),
)  # fmt: skip
def hand_back(record: Record, *, by: User, reason: str) -> Changes | None:
    """Ask its author for a correction."""


@step(
    kind=Record, label="Dépublier pour correction", sources=(PUBLISHED,), target=DRAFT, may=approver, needs_reason=True
)
def reopen(record: Record, *, by: User, reason: str) -> Changes | None:
    """Take it off the public site until it is corrected."""


@step(
    kind=Record, label="Archiver", sources=(PUBLISHED,), target=ARCHIVED, may=approver,
    tells=((Audience.CONTRIBUTORS, "La fiche n’est plus sur le site public."),),
)  # fmt: skip
def archive(record: Record, *, by: User, reason: str) -> Changes | None:
    """Take it off the public site; it stays in the register."""


@step(
    kind=Record, label="Remettre en ligne", sources=(ARCHIVED,), target=PUBLISHED, may=approver,
    tells=((Audience.CONTRIBUTORS, "La fiche est de nouveau sur le site public."),),
)  # fmt: skip
def restore(record: Record, *, by: User, reason: str) -> Changes | None:
    """Show an archived record again."""


@step(kind=Record, label="Publier au chargement", sources=(DRAFT,), target=PUBLISHED, may=calendar, offered=False)
def publish_loaded(record: Record, *, by: User, reason: str) -> Changes | None:
    """Publish what a load made: its source was published already, or it is marked as invented."""


@step(kind=Record, label="Fusionner", sources=(PUBLISHED,), target=ARCHIVED, may=writer, offered=False)
def absorb(record: Record, *, by: User, reason: str) -> Changes | None:
    """Take a record off the public site because another one, published too, is the same: its address leads there."""


@step(kind=Record, label="Défaire la fusion", sources=(ARCHIVED,), target=PUBLISHED, may=writer, offered=False)
def revive(record: Record, *, by: User, reason: str) -> Changes | None:
    """Show a record again that a merge had taken off: it is no double after all."""

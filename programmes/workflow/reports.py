"""The cycle of an annual report: in preparation → in review → adopted → published; an erratum runs it again."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from ..enums import JobKind, ReportStatus
from ..models import AnnualReport, Edition, EditionPublication, User
from . import jobs, visas
from .engine import Audience, Changes, Refused, step
from .people import administrator, approver_of_a_party, contributor

PREPARATION, REVIEW = ReportStatus.PREPARATION, ReportStatus.REVIEW
ADOPTED, PUBLISHED = ReportStatus.ADOPTED, ReportStatus.PUBLISHED


def checksum(content: object) -> str:
    """The SHA-256 of a frozen content: what visas name."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()


def candidate_of(report: AnnualReport) -> Edition:
    """The frozen candidate of a report in review. Raises Refused when there is none."""
    if candidate := report.candidate:
        return candidate
    raise Refused("Le rapport n’a pas d’édition figée\u00a0: envoyez-le d’abord en relecture.")


def freeze_candidate(
    report: AnnualReport, content: object, *, contains_demo: bool, by: User, rests_on: object = None
) -> Edition:
    """Write the candidate of a report in review down, once: a job that runs twice finds the first one."""
    with transaction.atomic():
        locked = AnnualReport.objects.select_for_update().get(pk=report.pk)
        if locked.status != REVIEW:
            raise Refused("Le rapport n’est plus en relecture.")
        if edition := locked.candidate:
            return edition
        number = (locked.editions.aggregate(last=Max("number"))["last"] or 0) + 1
        return Edition.objects.create(
            report=locked,
            number=number,
            content=content,
            checksum=checksum(content),
            reason=locked.erratum_reason,
            rests_on=rests_on or {},
            contains_demo=contains_demo,
            frozen_at=timezone.now(),
            frozen_by=by,
        )


def is_complete(edition: Edition) -> bool:
    """Whether its files are there in each language."""
    return set(edition.files_due) <= set(edition.files.values_list("language", "format"))


def files_first(report: AnnualReport) -> str:
    """What a visa or a reading waits for: an edition that can be read."""
    if report.candidate is not None and is_complete(report.candidate):
        return ""
    return "Les fichiers de l’édition ne sont pas encore prêts\u00a0: attendez la fin du travail en cours."


def _agreement_first(report: AnnualReport) -> str:
    """What the adoption waits for: every visa, then the meeting or the written procedure."""
    if missing := visas.missing(report):
        return f"Il manque le visa de\u00a0: {', '.join(missing)}."
    return "" if report.adopted_in_id else "Indiquez la réunion ou la procédure écrite qui adopte le rapport."


@step(
    kind=AnnualReport, label="Envoyer en relecture", sources=(PREPARATION,), target=REVIEW, may=contributor,
    tells=((Audience.APPROVERS, "Le rapport figé attend le visa de votre partie."),),
)  # fmt: skip
def send_to_review(report: AnnualReport, *, by: User, reason: str) -> Changes | None:
    """Freeze a candidate edition; a job writes its content down, then makes its files."""
    if report.editions.published().exists() and not report.erratum_reason.strip():
        raise Refused("Un erratum donne son motif\u00a0: remplissez-le avant la relecture.")
    jobs.ask(JobKind.EDITION_FILES, by=by, is_demo=report.is_demo, report=report.pk)
    return None


@step(
    kind=AnnualReport, label="Donner le visa", sources=(REVIEW,), target=None, may=approver_of_a_party,
    fitting=visas.is_awaited, awaits=files_first,
    tells=((Audience.ADMINISTRATORS, "Une partie a visé le rapport\u202f; après la dernière, il peut être adopté."),),
)  # fmt: skip
def approve_report(report: AnnualReport, *, by: User, reason: str) -> Changes | None:
    """Give a party's visa to the frozen candidate; it names its checksum."""
    visas.give(report, by=by, seen=candidate_of(report).checksum)
    return None


@step(
    kind=AnnualReport, label="Adopter", sources=(REVIEW,), target=ADOPTED, may=administrator,
    awaits=_agreement_first, tells=((Audience.APPROVERS, "Le rapport est adopté."),),
)  # fmt: skip
def adopt(report: AnnualReport, *, by: User, reason: str) -> Changes | None:
    """Note that a meeting or a written procedure adopted what every party approved."""
    return None


@step(
    kind=AnnualReport, label="Publier", sources=(ADOPTED,), target=PUBLISHED, may=administrator,
    tells=((Audience.PUBLIC, "Une édition du rapport est publiée."),),
)  # fmt: skip
def publish_report(report: AnnualReport, *, by: User, reason: str) -> Changes:
    """Make the approved edition public, the very one that was frozen."""
    edition = candidate_of(report)
    EditionPublication.objects.create(
        edition=edition,
        published_at=timezone.now(),
        published_by=by,
        adopted_in=report.adopted_in,
        visas=visas.told(report),
    )
    return {"erratum_reason": ""}


@step(
    kind=AnnualReport, label="Revenir en préparation", sources=(REVIEW, ADOPTED), target=PREPARATION, may=contributor,
    needs_reason=True, tells=((Audience.APPROVERS, "Le rapport change\u00a0: les visas donnés sont annulés."),),
)  # fmt: skip
def revise(report: AnnualReport, *, by: User, reason: str) -> Changes | None:
    """Change something: the candidate is dropped and its visas are cancelled."""
    visas.cancel(report, by=by)
    report.editions.unpublished().delete()
    return None


@step(
    kind=AnnualReport, label="Préparer un erratum", sources=(PUBLISHED,), target=PREPARATION, may=administrator,
    needs_reason=True, tells=((Audience.APPROVERS, "Un erratum se prépare\u00a0: une nouvelle édition sera à viser."),),
)  # fmt: skip
def correct(report: AnnualReport, *, by: User, reason: str) -> Changes:
    """Begin a new edition with its reason; earlier ones stay downloadable."""
    visas.cancel(report, by=by)
    return {"erratum_reason": reason, "adopted_in": None}

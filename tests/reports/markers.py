"""Marks in every place that outsiders may not read, to look for them in what outsiders are given."""

import re
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import CharField, F, QuerySet, SlugField, TextField, URLField, Value
from django.db.models.functions import Cast, Concat, Left

from doctorates.models import Thesis, ThesisFunding, ThesisTheme
from programmes.admin import why
from programmes.enums import RecordStatus
from programmes.models import Campaign, Theme, User
from programmes.models.base import Record
from projects.models import Project, ProjectCommitment, ProjectTheme
from tests import factories

MARK = "Fuite"
MARKED_YEAR, MARKED_AMOUNT, MARKED_DIGITS = 2087, 7_654_321, "7654321"
# Fields that are never published, whatever the status of their row.
PRIVATE = {
    "programmes.User": ["email", "password"],
    "programmes.IndicatorValue": ["comment"],
    "programmes.Identifier": ["note"],
    "programmes.ErrorReport": ["message"],
    "programmes.LaboratoryContact": ["email"],
    "programmes.SteeringMeeting": ["agenda"],
    "programmes.CommitmentSheet": ["difficulties"],
    "projects.ProjectSheet": ["difficulties"],
    "doctorates.ThesisSheet": ["difficulties"],
    "doctorates.ThesisFunding": ["source"],
}


def everywhere(campaign: Campaign) -> None:
    """Mark the private fields of every row, then set rows that are not published beside each published one."""
    for label, names in PRIVATE.items():
        rows = apps.get_model(label)._base_manager
        for name in names:
            rows.update(**{name: Left(Concat(Value(MARK), Cast(F("pk"), CharField())), 40)})
    apps.get_model("programmes.Decision")._base_manager.filter(is_public=False).update(text=f"{MARK} décision")
    _drafts(campaign)
    _theses(campaign)


def _drafts(campaign: Campaign) -> None:
    """A draft of each kind of record, tied to what is published."""
    protocol, whole = campaign.protocol, Project.objects.published().earliest("pk")
    promise = protocol.commitments.filter(status="published").earliest("pk")
    theme = Theme.objects.published().filter(protocol=protocol).earliest("pk")
    factories.CommitmentFactory(protocol=protocol, label=f"{MARK} engagement", wording=f"{MARK} promis")
    factories.ThemeFactory(protocol=protocol, label=f"{MARK} thème")
    laboratory = factories.LaboratoryFactory(name=f"{MARK} laboratoire", acronym=f"{MARK}L")
    theme.laboratory_links.create(laboratory=laboratory)
    whole.participations.create(laboratory=laboratory, role="host")
    draft = factories.ProjectFactory(title=f"{MARK} action", acronym=f"{MARK}A", summary=f"<p>{MARK}</p>")
    ProjectCommitment.objects.create(project=draft, commitment=promise)
    ProjectTheme.objects.create(project=draft, theme=theme)
    factories.GrantFactory(project=draft, purpose=f"{MARK} objet")
    factories.CallFactory(project=whole, title=f"{MARK} appel")
    factories.EventFactory(project=whole, title=f"{MARK} événement")
    for words in ({"headline": f"{MARK} accroche"}, {}):
        row = draft if words else factories.ProjectFactory(published=True, part_of=whole)
        factories.ProjectSheetFactory(campaign=campaign, project=row, progress=f"{MARK} brouillon", **words)


def _theses(campaign: Campaign) -> None:
    """Theses whose title, abstract, candidate or whole page is kept back."""
    theme = Theme.objects.published().filter(protocol=campaign.protocol).earliest("pk")
    shared = {"project": Project.objects.published().earliest("pk"), "registered_on": date(2022, 10, 1)}
    candidate = {"candidate": factories.PersonFactory(family_name=f"{MARK} candidat")}
    kept = (
        {"title": f"{MARK} brouillon"},
        {"title": f"{MARK} titre", "title_is_public": False, "published": True, **candidate},
        {"title": f"{MARK} abandon", "discontinued": True, "published": True, **candidate},
        {"title": "En cours", "published": True, **candidate},
        {"title": "Secrète", "published": True, "abstract": MARK, "confidential_until": date(2099, 1, 1)},
    )
    for words in kept:
        thesis = factories.ThesisFactory(**shared, **words)
        ThesisTheme.objects.create(thesis=thesis, theme=theme)
        factories.ThesisSheetFactory(campaign=campaign, thesis=thesis, progress=f"{MARK} fiche de thèse")


def private_fields() -> None:
    """Mark every text that the administration itself says is read by partners alone, or by nobody outside."""
    for model in apps.get_models():
        _mark(model._base_manager.all(), [column for column in _free_texts(model) if _is_private(column)])
    User.objects.update(full_name=Concat(Value(MARK), Cast(F("pk"), CharField())))


def private_figures() -> None:
    """Dates and amounts that are never published: a year and a number that stand nowhere else."""
    Thesis.objects.update(contract_ends_on=date(MARKED_YEAR, 6, 5), planned_defence=date(MARKED_YEAR, 6, 5))
    ThesisFunding.objects.update(amount=MARKED_AMOUNT)


def marked(text: str) -> bool:
    """Whether a text tells something that outsiders may not read."""
    return MARK in text or str(MARKED_YEAR) in text or MARKED_DIGITS in re.sub(r"[\s\u00a0\u202f,.]", "", text)


def unpublished_rows() -> None:
    """Mark every text of every record that is not published."""
    for model in apps.get_models():
        if issubclass(model, Record):
            _mark(model._base_manager.exclude(status=RecordStatus.PUBLISHED), _free_texts(model))


def _mark(rows: QuerySet[Any], columns: list[Any]) -> None:
    texts = {
        column.name: Left(Concat(Value(MARK), Cast(F("pk"), CharField())), min(column.max_length or 40, 40))
        for column in columns
    }
    rows.update(**texts) if texts else None


def _free_texts(model: Any) -> list[Any]:
    """The columns in which somebody types whatever they like."""
    texts = [column for column in model._meta.concrete_fields if isinstance(column, CharField | TextField)]
    return [
        column
        for column in texts
        if not (column.choices or column.unique or column.generated or isinstance(column, SlugField | URLField))
        and getattr(column, "max_length", None) not in range(1, 10)
        and not column.validators[1:]
    ]


def _is_private(column: Any) -> bool:
    """Whether the administration says that only the partners, or nobody outside, read it."""
    told = why.asked(column)
    return bool(told and told.seen != why.Seen.PUBLIC)

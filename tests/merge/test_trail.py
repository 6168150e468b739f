"""A merge read by someone who was not there: in the histories, in restoring, in files made since."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from doctorates.models import Thesis
from programmes import merge
from programmes.models import Laboratory, Merge, User
from programmes.resources import Verdict
from tests.admin.conftest import address
from tests.factories import LaboratoryFactory, ThesisFactory
from tests.merge.conftest import WHY
from tests.resources.judging import judged

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(agent: User) -> Merge:
    """« DBL » merged into « KEP », which took nothing of it."""
    kept = LaboratoryFactory(acronym="KEP", reference="garde", city="Caen")
    return merge.join(kept, LaboratoryFactory(acronym="DBL", reference="doublon"), by=agent, reason=WHY)


def history_of(record: Any) -> str:
    return address(record, "history")


@pytest.mark.parametrize("side", ["record", "absorbed_record"])
def test_both_histories_tell_the_merge_and_lead_to_it(side: str, done: Merge, desk: Client) -> None:
    told = desk.get(history_of(getattr(done, side)))

    assert f'<a href="{address(done, "change")}">Fusion de «\u00a0DBL\u00a0»' in told.text
    assert f"par {done.merged_by}" in told.text


def test_the_history_tells_that_a_merge_was_undone(done: Merge, desk: Client, administrator: User) -> None:
    merge.separate(done, by=administrator, reason="Erreur.")

    told = desk.get(history_of(done.record))

    assert f"défaite le {localtime(Merge.objects.get().undone_at):%d/%m/%Y} par {administrator}" in told.text


def test_a_history_that_is_asked_for_one_field_tells_no_merge(done: Merge, desk: Client) -> None:
    told = desk.get(history_of(done.record), {"field": "city"})

    assert 'aria-labelledby="fusions"' not in told.text


def test_a_record_that_was_merged_has_no_earlier_state_to_bring_back(done: Merge, desk: Client) -> None:
    entries = desk.get(history_of(done.absorbed_record)).context["entries"]
    forged = reverse("admin:programmes_laboratory_restore", args=(done.absorbed_id, entries[-1].key))

    assert [entry.restore for entry in entries] == ["", ""]
    assert desk.post(forged, {"take": ["city"]}).status_code == 403


def test_an_earlier_state_that_names_a_merged_record_says_why_it_stays(agent: User, desk: Client) -> None:
    kept, thesis = LaboratoryFactory(), ThesisFactory()
    merge.join(kept, thesis.laboratory, by=agent, reason=WHY)
    page = desk.get(address(thesis, "history")).context["entries"][-1].restore

    offers: list[Any] = [offer for group in desk.get(page).context["groups"] for offer in group.offers]

    assert [offer.refused for offer in offers] == ["la fiche citée a été fusionnée depuis"]
    assert Thesis.objects.get().laboratory == kept


def test_exports_leave_merged_records_out(done: Merge, desk: Client) -> None:
    answer: Any = desk.post(address(Laboratory, "export"), {"format": "csv", "columns": ["Référence"]})

    lines = b"".join(answer.streaming_content).decode()
    assert "garde" in lines
    assert "doublon" not in lines


def test_a_line_that_changes_nothing_says_which_record_it_is_about(done: Merge) -> None:
    line = judged("laboratoires", {"Référence": "doublon", "Ville": "Caen"})[0]

    assert line.verdict is Verdict.SAME
    assert line.details == [("Fusion", "doublon", "garde (fiche gardée)")]


def test_the_guide_leads_to_the_likely_duplicates(desk: Client) -> None:
    guide = desk.get(reverse("admin:guide_page", args=("fusionner-des-doublons",)))

    assert f'href="{reverse("admin:duplicates")}"' in guide.text

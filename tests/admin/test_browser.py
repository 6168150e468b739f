"""The administration in a real browser: nothing inline, readable by everybody, on a desk and on a telephone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from doctorates.models import Thesis
from programmes.enums import JobKind, JobState
from programmes.models import Import, Job, User
from programmes.resources import importing
from tests.admin.conftest import address
from tests.factories import EditionFactory, ThesisFundingFactory

pytestmark = pytest.mark.django_db(transaction=True)
Faults = Callable[[Page], list[str]]
DESK, TELEPHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 800}


def seen(staff: Page, faults: Faults, path: str, size: Any) -> dict[str, Any]:
    """What is wrong with a page: what the policy refused, what axe found, what overflows."""
    staff.set_viewport_size(size)
    staff.goto(staff.url.split("/admin/")[0] + path)
    staff.wait_for_timeout(100)
    wrong = {
        "refused": staff.evaluate("window.refused"),
        "too wide": staff.evaluate("document.documentElement.scrollWidth > window.innerWidth"),
        "axe": faults(staff),
    }
    return {f"{path} {what}": found for what, found in wrong.items() if found}


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_the_main_pages_break_no_rule(staff: Page, accessibility_faults: Faults, size: Any) -> None:
    thesis, report = ThesisFundingFactory().thesis, EditionFactory().report
    pages = [reverse("admin:index"), address(Thesis, "changelist")]
    pages += [address(thesis, "change"), address(thesis, "history"), address(report, "change")]

    wrong = [seen(staff, accessibility_faults, path, size) for path in pages]

    assert [found for found in wrong if found] == []


def test_a_job_shows_its_progress_and_then_its_file(staff: Page, live_server: LiveServer) -> None:
    author = Group.objects.get(name="administrateur").user_set.get()
    job = Job.objects.create(kind=JobKind.REPORT_PREVIEW, asked_by=author, state=JobState.RUNNING, done=1, total=4)
    staff.goto(live_server.url + address(job, "change"))
    at_first = staff.get_by_role("progressbar").get_attribute("value")
    Job.objects.update(done=3)
    staff.wait_for_selector("progress[value='75']")
    Job.objects.update(state=JobState.DONE, done=4, file="jobs/1/apercu.pdf")

    staff.get_by_role("link", name="Télécharger le fichier").wait_for()

    assert at_first == "25"
    assert staff.get_by_role("status").inner_text() == "Terminé"
    assert staff.evaluate("window.refused") == []


@pytest.mark.parametrize("size", [DESK, TELEPHONE], ids=["desk", "telephone"])
def test_the_pages_of_imports_break_no_rule(staff: Page, accessibility_faults: Faults, size: Any) -> None:
    text = "Référence;Nature;Nom;Inconnue\no-1;licorne;Un nom;x\no-2;école;Un nom;x\n"
    sent = importing.send(ContentFile(text.encode(), name="liste.csv"), "organismes", by=User.objects.get())
    importing.preview(sent.pk, lambda _percent, _words: None)
    pages = [reverse("admin:programmes_import_kinds"), reverse("admin:programmes_import_send", args=["theses"])]
    pages += [address(Import, "changelist"), address(sent, "change"), address(sent, "change") + "?lignes=new"]

    wrong = [seen(staff, accessibility_faults, path, size) for path in pages]

    assert wrong == [{}] * len(pages)

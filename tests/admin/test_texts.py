"""Texts with light formatting in a real browser: a paste from Word comes out clean, nothing changes by itself."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from programmes.fields import KEPT_TAGS, clean_html
from projects.models import Project
from tests.admin.conftest import address
from tests.factories import ProjectFactory

pytestmark = pytest.mark.django_db(transaction=True)
Faults = Callable[[Page], list[str]]
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {margin:0}</style></head><body>
<p class=MsoNormal style='mso-margin-top-alt:auto'><span style='font-family:"Arial"'>Le <b
style='mso-bidi-font-weight:normal'>spectromètre</b> est <span style='font-weight:bold'><i>ouvert</i></span>.<o:p></o:p>
</span></p>
<h1>Bilan<o:p></o:p></h1>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Un</p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Deux</p>
<table class=MsoTableGrid style='border-collapse:collapse'><tr><td width=200><p>2024</p></td><td>63</td></tr></table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p>Voir <a href="https://www.normandie.fr/"><span style='x:y'>la Région</span></a>.<script>alert(1)</script></p>
</body></html>"""
CLEAN = (
    "<p>Le <strong>spectromètre</strong> est <strong><em>ouvert</em></strong>.</p><h2>Bilan</h2>"
    "<ul><li>Un</li><li>Deux</li></ul><p>2024 – 63</p>"
    '<p>Voir <a href="https://www.normandie.fr/">la Région</a>.</p>'
)
EVERY_TAG = (
    "<h2>Un</h2><h3>Deux</h3><blockquote><p>Cité</p></blockquote><ul><li>a</li></ul><ol><li>b</li></ol>"
    '<p><strong>c</strong> <em>d</em> CO<sub>2</sub> 10<sup>3</sup><br><a href="mailto:a@b.example">e</a></p>'
)
PASTE = """(html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def summary(staff: Page, live_server: LiveServer) -> Page:
    """The page of an action whose summary is two plain paragraphs."""
    project = ProjectFactory(summary="<p>Un &amp; deux</p>\n\n<p>Trois</p>")
    staff.goto(live_server.url + address(project, "change"))
    staff.get_by_role("textbox", name="Résumé pour tous").wait_for()
    return staff


def pasted(page: Page, html: str) -> None:
    page.get_by_role("textbox", name="Résumé pour tous").click()
    page.keyboard.press("Control+A")
    page.wait_for_timeout(100)
    page.evaluate(PASTE, html)


def saved(page: Page) -> Project:
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.wait_for_url("**/project/")
    return Project.objects.get()


def test_a_paste_from_word_is_kept_clean(summary: Page, accessibility_faults: Faults) -> None:
    pasted(summary, WORD)

    refused, faults = summary.evaluate("window.refused"), accessibility_faults(summary)
    assert saved(summary).summary == CLEAN
    assert refused == []
    assert faults == []


def test_the_editor_offers_each_tag_that_is_kept(summary: Page) -> None:
    pasted(summary, EVERY_TAG)

    typed = clean_html(summary.locator("#id_summary").input_value())
    assert typed == EVERY_TAG
    assert [tag for tag in KEPT_TAGS if f"<{tag}" not in typed] == []


def test_a_text_that_nobody_touched_does_not_change(summary: Page) -> None:
    before = Project.objects.get()

    after = saved(summary)

    assert (after.summary, after.version) == (before.summary, before.version)


def test_the_tools_answer_to_the_keyboard(summary: Page) -> None:
    pasted(summary, "<p>Un mot</p>")
    summary.keyboard.press("Control+A")
    summary.keyboard.press("Control+b")
    summary.get_by_role("button", name="Titre", exact=True).focus()
    summary.keyboard.press("ArrowRight")
    summary.keyboard.press("Enter")

    assert summary.locator("#id_summary").input_value() == "<h3><strong>Un mot</strong></h3>"
    assert summary.get_by_role("button", name="Gras").get_attribute("aria-pressed") == "true"


def test_a_link_is_asked_in_french(summary: Page) -> None:
    pasted(summary, "<p>Région</p>")
    summary.keyboard.press("Control+A")
    summary.keyboard.press("Control+k")
    summary.get_by_label("Adresse du lien").fill("www.normandie.fr")
    summary.get_by_role("button", name="Mettre le lien").click()

    assert saved(summary).summary == '<p><a href="https://www.normandie.fr">Région</a></p>'

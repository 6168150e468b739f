"""An earlier state brought back: field by field, as an edit, and in the trail."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from programmes.models import Commitment, Indicator, Theme, User
from projects.models import Document
from tests.admin.conftest import Typed, address, step_of
from tests.factories import IndicatorValueFactory, ProjectFactory, ProtocolFactory, ThemeFactory, UserFactory


def first_state_of(desk: Client, record: Any) -> str:
    """The address of the page that brings back the oldest state of a record."""
    return str(desk.get(address(record, "history")).context["entries"][-1].restore)


def everything_on(desk: Client, page: str) -> dict[str, Any]:
    """What the page of an earlier state sends when every box stays ticked."""
    context = desk.get(page).context
    names = [offer.name for group in context["groups"] for offer in group.offers if not offer.refused]
    return {"seen": context["seen"], "take": names}


def test_an_earlier_state_comes_back_as_a_new_change(desk: Client, typed: Typed, administrator: User) -> None:
    theme = ThemeFactory(label="Avant", summary="<p>Propos</p>")
    page = address(theme, "change")
    desk.post(page, typed(page, label="Après", summary="<p>Autre</p>"))
    restore = first_state_of(desk, theme)

    desk.post(restore, everything_on(desk, restore))

    latest = desk.get(address(theme, "history")).context["entries"][0]
    assert Theme.objects.values_list("label", "summary").get() == ("Avant", "<p>Propos</p>")
    assert (latest.way, latest.who) == ("Rétablissement", str(administrator))
    assert latest.reason.startswith("rétablissement de l’état du ")


def test_only_what_is_ticked_comes_back(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Avant", label_en="Before")
    page = address(theme, "change")
    desk.post(page, typed(page, label="Après", label_en="After"))
    restore = first_state_of(desk, theme)

    desk.post(restore, everything_on(desk, restore) | {"take": ["label"]})

    assert Theme.objects.values_list("label", "label_en").get() == ("Avant", "After")


def test_rows_come_back_changed_deleted_or_added_since(desk: Client, typed: Typed) -> None:
    value = IndicatorValueFactory(year=2022, actual=9)
    deleted = IndicatorValueFactory(indicator=value.indicator, year=2023, actual=7)
    indicator, page = value.indicator, address(value.indicator, "change")
    desk.post(page, typed(page, **{"values-0-actual": "10", "values-1-DELETE": "on"}))
    IndicatorValueFactory(indicator=indicator, year=2024)
    restore = first_state_of(desk, indicator)

    desk.post(restore, everything_on(desk, restore))

    found = list(indicator.values.order_by("year").values_list("year", "actual"))
    assert found == [(2022, 9), (2023, deleted.actual)]


def test_what_a_form_refuses_comes_back_in_the_form(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(slug="adresse", label="Avant")
    page = address(theme, "change")
    desk.post(page, typed(page, slug="autre", label="Après"))
    ThemeFactory(slug="adresse")
    restore = first_state_of(desk, theme)

    answer = desk.post(restore, everything_on(desk, restore))

    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["slug"]
    assert answer.context["adminform"].form["label"].value() == "Avant"


def test_a_status_is_not_restored(desk: Client) -> None:
    theme = ThemeFactory(label="Avant")
    desk.post(step_of(theme, "submit"), {"seen_version": 1})
    restore = first_state_of(desk, theme)

    (group,) = desk.get(restore).context["groups"]
    desk.post(restore, {"seen": desk.get(restore).context["seen"], "take": ["status"]})

    theme.refresh_from_db()
    assert [offer.refused for offer in group.offers] == ["se change par une étape du circuit, pas ici"]
    assert theme.status == "submitted"


def test_a_change_made_while_reading_is_told(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Avant")
    page = address(theme, "change")
    desk.post(page, typed(page, label="Après"))
    restore = first_state_of(desk, theme)
    sent = everything_on(desk, restore)
    desk.post(page, typed(page, label="Encore après"))

    answer = desk.post(restore, sent)

    assert "a modifié cette fiche pendant votre lecture" in answer.text
    assert Theme.objects.get().label == "Encore après"


def test_nothing_ticked_is_told(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Avant")
    page = address(theme, "change")
    desk.post(page, typed(page, label="Après"))

    answer = desk.post(first_state_of(desk, theme), {"seen": ""})

    assert "Cochez ce qu’il faut rétablir" in answer.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_edit_may_not_restore(desk: Client, typed: Typed, method: str) -> None:
    theme = ThemeFactory(label="Avant")
    page = address(theme, "change")
    desk.post(page, typed(page, label="Après"))
    restore = first_state_of(desk, theme)
    desk.force_login(UserFactory(reader=True, organisation=theme.protocol.parties.first().organisation))

    answer = getattr(desk, method)(restore, {"take": "label"})

    assert answer.status_code == 403
    assert Theme.objects.get().label == "Après"


def test_a_deleted_record_comes_back_with_its_rows_and_its_history(desk: Client) -> None:
    value = IndicatorValueFactory(year=2023, actual=9)
    indicator = value.indicator
    number, label = indicator.pk, indicator.label
    desk.post(address(indicator, "delete"), {"post": "yes"})
    page = reverse("admin:programmes_indicator_revive", args=(number,))

    shown = desk.get(page)
    desk.post(page)

    back = Indicator.objects.get(pk=number)
    assert label in shown.text
    assert back.label == label
    assert back.values.get().actual == 9
    assert len(desk.get(address(back, "history")).context["entries"]) == 3


def test_a_record_whose_place_is_taken_says_why_it_cannot_come_back(desk: Client) -> None:
    theme = ThemeFactory(slug="adresse")
    desk.post(address(theme, "delete"), {"post": "yes"})
    ThemeFactory(slug="adresse")

    answer = desk.post(reverse("admin:programmes_theme_revive", args=(theme.pk,)))

    assert answer.context["adminform"].form.errors["slug"] == ["Une autre fiche porte déjà cette valeur."]


def test_what_was_never_deleted_is_not_brought_back(desk: Client) -> None:
    protocol = ProtocolFactory()

    assert desk.get(reverse("admin:programmes_protocol_revive", args=(protocol.pk,))).status_code == 404
    assert desk.get(reverse("admin:programmes_protocol_revive", args=(0,))).status_code == 404
    assert desk.get(reverse("admin:programmes_job_revive", args=(1,))).status_code == 404
    assert not Commitment.objects.exists()


def test_roles_of_an_account_come_back(desk: Client, typed: Typed) -> None:
    groups = dict(Group.objects.values_list("name", "pk"))
    account = UserFactory()
    page = address(account, "change")
    desk.post(page, typed(page, groups=[groups["contributeur"]]))
    desk.post(page, typed(page, groups=[groups["lecteur"]]))
    latest, given = desk.get(address(account, "history")).context["entries"][:2]
    restore = str(given.restore)

    desk.post(restore, everything_on(desk, restore))

    assert [group.name for group in account.groups.all()] == ["contributeur"]
    assert [change.label for part in latest.parts for change in part.changes] == ["rôle", "rôle"]


def test_a_file_comes_back(desk: Client, typed: Typed) -> None:
    project = ProjectFactory()
    page = address(project, "change")
    row = {"documents-TOTAL_FORMS": "1", "documents-0-title": "Bilan", "documents-0-url": ""}
    desk.post(page, typed(page, **row, **{"documents-0-file": SimpleUploadedFile("bilan.pdf", b"%PDF-1.7 premier")}))
    desk.post(page, typed(page, **{"documents-0-file": SimpleUploadedFile("autre.pdf", b"%PDF-1.7 second")}))
    restore = str(desk.get(address(project, "history")).context["entries"][1].restore)

    desk.post(restore, everything_on(desk, restore))

    with project.documents.get().file.open() as kept:
        assert kept.read() == b"%PDF-1.7 premier"


def test_a_deleted_record_comes_back_with_its_files(desk: Client) -> None:
    project = ProjectFactory()
    Document.objects.create(project=project, title="Bilan", file=SimpleUploadedFile("bilan.pdf", b"%PDF-1.7"))
    desk.post(address(project, "delete"), {"post": "yes"})

    desk.post(reverse("admin:projects_project_revive", args=(project.pk,)))

    with Document.objects.get().file.open() as kept:
        assert kept.read() == b"%PDF-1.7"

"""Two people write at the same time: nothing is lost without a word."""

from django.test import Client

from programmes.models import Theme
from tests.admin.conftest import Typed, address
from tests.factories import GrantFactory, IndicatorValueFactory, OrganisationFactory, ThemeFactory


def test_the_second_writer_is_told_who_changed_what(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Ancien intitulé")
    page = address(theme, "change")
    first, second = typed(page, label="Intitulé du premier"), typed(page, label="Intitulé du second")
    desk.post(page, first)

    answer = desk.post(page, second)

    assert "a modifié cette fiche pendant votre saisie" in answer.text
    assert "intitulé officiel « Intitulé du premier »" in answer.text.replace("\u00a0", " ")
    assert 'value="Intitulé du second"' in answer.text
    assert Theme.objects.get().label == "Intitulé du premier"


def test_the_second_writer_may_decide_with_both_texts_on_screen(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory()
    page = address(theme, "change")
    first, second = typed(page, label="Du premier"), typed(page, label="Du second")
    desk.post(page, first)
    refused = desk.post(page, second)

    desk.post(page, second | {"seen_version": refused.context["adminform"].form["seen_version"].value()})

    assert Theme.objects.get().label == "Du second"


def test_a_form_without_its_version_is_refused(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Intitulé")
    page = address(theme, "change")
    sent = typed(page, label="Autre")
    del sent["seen_version"]

    desk.post(page, sent)

    assert Theme.objects.get().label == "Intitulé"


def test_a_version_that_is_no_number_is_refused(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Intitulé")
    page = address(theme, "change")

    answer = desk.post(page, typed(page, label="Autre") | {"seen_version": "²"})

    assert "a modifié cette fiche pendant votre saisie" in answer.text


def test_rows_of_a_table_are_guarded_one_by_one(desk: Client, typed: Typed) -> None:
    value = IndicatorValueFactory(actual=9)
    page = address(value.indicator, "change")
    first, second = typed(page, **{"values-0-actual": "10"}), typed(page, **{"values-0-actual": "11"})
    desk.post(page, first)

    answer = desk.post(page, second)

    value.refresh_from_db()
    assert "a modifié cette fiche pendant votre saisie" in answer.text
    assert value.actual == 10


def test_a_row_that_somebody_changed_is_not_deleted(desk: Client, typed: Typed) -> None:
    value = IndicatorValueFactory(actual=9)
    page = address(value.indicator, "change")
    first, second = typed(page, **{"values-0-actual": "10"}), typed(page, **{"values-0-DELETE": "on"})
    desk.post(page, first)

    answer = desk.post(page, second)

    assert "a modifié cette fiche pendant votre saisie" in answer.text
    assert value.indicator.values.get().actual == 10


def test_a_page_opened_earlier_never_puts_old_rows_back(desk: Client, typed: Typed) -> None:
    value = IndicatorValueFactory(year=2023, actual=9)
    IndicatorValueFactory(indicator=value.indicator, year=2024)
    page = address(value.indicator, "change")
    first, second = typed(page, **{"values-0-actual": "10"}), typed(page, **{"values-1-actual": "11"})
    desk.post(page, first)

    desk.post(page, second)

    value.refresh_from_db()
    assert value.actual == 10


def test_a_row_that_somebody_deleted_is_told(desk: Client, typed: Typed) -> None:
    value = IndicatorValueFactory()
    page = address(value.indicator, "change")
    sent = typed(page, **{"values-0-actual": "10"})
    value.delete()

    answer = desk.post(page, sent)

    assert answer.status_code == 200
    assert answer.context["errors"]


def test_a_link_changed_meanwhile_is_told_by_its_name(desk: Client, typed: Typed) -> None:
    grant = GrantFactory()
    page = address(grant, "change")
    body = OrganisationFactory(name="Université de Rouen")
    first, second = typed(page, beneficiary=body.pk), typed(page, purpose="Autre")
    desk.post(page, first)

    answer = desk.post(page, second)

    assert "bénéficiaire « Université de Rouen »" in answer.text.replace("\u00a0", " ")


def test_a_doubt_is_about_a_field_named_as_staff_read_it(desk: Client) -> None:
    page = desk.get(address(ThemeFactory(), "change"))

    assert '<option value="label">intitulé officiel</option>' in page.text
    assert '<option value="laboratory_links">laboratoires des thèmes</option>' in page.text

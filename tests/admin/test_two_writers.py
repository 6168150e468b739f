"""Two people write at the same time: nothing is lost without a word."""

from typing import Any

import pytest
from django.test import Client

from programmes.models import Theme
from tests.admin.conftest import Typed, address, step_of
from tests.factories import GrantFactory, IndicatorValueFactory, OrganisationFactory, ThemeFactory

MINE, THEIRS = "mine", "theirs"


def answered(page: Any, **choices: str) -> dict[str, Any]:
    """What the page of choices sends: all that was typed, what is preselected, and these choices."""
    context = page.context
    sent: dict[str, Any] = {}
    for name, value in context["hidden"]:
        sent.setdefault(name, []).append(value)
    for clash in context["clashes"]:
        sent[f"decided-{clash.key}"] = clash.version
        sent[f"due-{clash.key}"] = [due.name for due in clash.dues]
        sent |= {due.choice: due.chosen for due in clash.dues if due.chosen}
    return sent | {f"choice-{name}": choice for name, choice in choices.items()}


def test_the_second_writer_is_told_who_changed_what(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Ancien intitulé")
    page = address(theme, "change")
    first, second = typed(page, label="Intitulé du premier"), typed(page, label="Intitulé du second")
    desk.post(page, first)

    answer = desk.post(page, second)

    assert "a modifié cette fiche pendant votre saisie" in answer.text
    assert "intitulé officiel « Intitulé du premier »" in answer.text.replace("\u00a0", " ")
    assert 'value="Intitulé du second"' in answer.text
    assert "<strong>Ma saisie</strong>" in answer.text
    assert Theme.objects.get().label == "Intitulé du premier"


def test_the_second_writer_chooses_field_by_field(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Ancien", label_en="Old")
    page = address(theme, "change")
    first = typed(page, label="Du premier", label_en="First")
    second = typed(page, label="Du second", label_en="Second")
    desk.post(page, first)
    refused = desk.post(page, second)

    desk.post(page, answered(refused, label=THEIRS, label_en=MINE))

    assert Theme.objects.values_list("label", "label_en").get() == ("Du premier", "Second")


def test_what_only_one_of_them_changed_needs_no_choice(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Ancien", label_en="Old")
    page = address(theme, "change")
    first, second = typed(page, label="Du premier"), typed(page, label_en="Second")
    desk.post(page, first)
    refused = desk.post(page, second)

    desk.post(page, answered(refused))

    (due,) = refused.context["clashes"][0].dues
    assert (due.name, due.chosen, due.change.old, due.change.new) == ("label", THEIRS, "Ancien", "Du premier")
    assert Theme.objects.values_list("label", "label_en").get() == ("Du premier", "Second")


def test_nothing_is_saved_while_a_choice_is_missing(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Ancien")
    page = address(theme, "change")
    first, second = typed(page, label="Du premier"), typed(page, label="Du second")
    desk.post(page, first)
    refused = desk.post(page, second)

    again = desk.post(page, answered(refused))

    assert "Il reste à choisir" in again.text
    assert Theme.objects.get().label == "Du premier"


def test_a_third_writer_is_met_in_the_same_way(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Ancien")
    page = address(theme, "change")
    first, second = typed(page, label="Du premier"), typed(page, label="Du second")
    desk.post(page, first)
    refused = desk.post(page, second)
    desk.post(page, typed(page, label="Du troisième"))

    again = desk.post(page, answered(refused, label=MINE))
    desk.post(page, answered(again, label=MINE))

    assert again.context["clashes"][0].dues[0].change.new == "Du troisième"
    assert Theme.objects.get().label == "Du second"


def test_a_long_text_is_compared_by_its_words(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(summary="<p>Le soutien de la Région aux plateformes de recherche est ancien et constant.</p>")
    page = address(theme, "change")
    first = typed(page, summary="<p>Le soutien de la Région aux plateformes de recherche est récent et constant.</p>")
    second = typed(page, summary="<p>Le soutien de la Région aux plateformes de recherche est durable et constant.</p>")
    desk.post(page, first)

    refused = desk.post(page, second)

    assert "<mark>durable " in refused.text
    assert "<mark>récent " in refused.text


def test_an_error_of_ones_own_comes_first_and_nothing_is_lost(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Ancien")
    page = address(theme, "change")
    first, second = typed(page, label="Du premier"), typed(page, label="Du second", slug="")
    desk.post(page, first)

    answer = desk.post(page, second)
    refused = desk.post(page, second | {"slug": theme.slug})

    assert answer.context["adminform"].form["label"].value() == "Du second"
    assert refused.context["clashes"][0].dues[0].change.old == "Du second"


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


def test_a_row_that_somebody_changed_is_deleted_on_demand_only(desk: Client, typed: Typed) -> None:
    value = IndicatorValueFactory(actual=9)
    page = address(value.indicator, "change")
    first, second = typed(page, **{"values-0-actual": "10"}), typed(page, **{"values-0-DELETE": "on"})
    desk.post(page, first)

    refused = desk.post(page, second)
    desk.post(page, answered(refused, **{"values-0-DELETE": THEIRS}))
    kept = value.indicator.values.get().actual
    desk.post(page, answered(refused, **{"values-0-DELETE": MINE}))

    assert "a modifié cette fiche pendant votre saisie" in refused.text
    assert kept == 10
    assert not value.indicator.values.exists()


def test_a_page_opened_earlier_never_puts_old_rows_back(desk: Client, typed: Typed) -> None:
    value = IndicatorValueFactory(year=2023, actual=9)
    IndicatorValueFactory(indicator=value.indicator, year=2024)
    page = address(value.indicator, "change")
    first, second = typed(page, **{"values-0-actual": "10"}), typed(page, **{"values-1-actual": "11"})
    desk.post(page, first)

    desk.post(page, second)

    value.refresh_from_db()
    assert value.actual == 10


@pytest.mark.parametrize(("choice", "found"), [("back", [(2023, 10), (2024, 12)]), ("drop", [(2024, 12)])])
def test_a_row_that_somebody_deleted_comes_back_or_not(
    desk: Client, typed: Typed, choice: str, found: list[tuple[int, int]]
) -> None:
    value = IndicatorValueFactory(year=2023, actual=9)
    other = IndicatorValueFactory(indicator=value.indicator, year=2024, actual=11)
    page = address(value.indicator, "change")
    sent = typed(page, **{"values-0-actual": "10", "values-1-actual": "12"})
    value.delete()

    refused = desk.post(page, sent)
    desk.post(page, answered(refused, **{"values-0-gone": choice}))

    assert "a supprimé pendant votre saisie" in refused.text
    assert list(other.indicator.values.order_by("year").values_list("year", "actual")) == found


def test_a_record_that_somebody_deleted_shows_what_was_typed(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory()
    page = address(theme, "change")
    sent = typed(page, label="Ma longue saisie")
    desk.post(address(theme, "delete"), {"post": "yes"})

    answer = desk.post(page, sent)

    assert answer.status_code == 409
    assert "Ma longue saisie" in answer.text
    assert "Remettre la fiche" in answer.text


def test_a_step_on_a_record_changed_meanwhile_is_asked_again(desk: Client, typed: Typed) -> None:
    theme = ThemeFactory(label="Avant")
    page = address(theme, "change")
    desk.post(page, typed(page, label="Après"))

    refused = desk.post(step_of(theme, "submit"), {"seen_version": 1, "reason": "relu"})
    desk.post(step_of(theme, "submit"), {"seen_version": refused.context["seen_version"], "reason": "relu"})

    theme.refresh_from_db()
    assert "a modifié cette fiche" in refused.text
    assert theme.status == "submitted"


def test_a_link_changed_meanwhile_is_told_by_its_name(desk: Client, typed: Typed) -> None:
    grant = GrantFactory()
    page = address(grant, "change")
    body = OrganisationFactory(name="Université de Rouen")
    first, second = typed(page, beneficiary=body.pk), typed(page, purpose="Autre")
    desk.post(page, first)

    answer = desk.post(page, second)

    assert "bénéficiaire « Université de Rouen »" in answer.text.replace("\u00a0", " ")


def test_a_doubt_is_about_a_field_named_as_staff_read_it(desk: Client) -> None:
    page = desk.get(address(ThemeFactory(), "change"), {"ouvrir": "tous"})

    assert '<option value="label">intitulé officiel</option>' in page.text
    assert '<option value="laboratory_links">laboratoires des thèmes</option>' in page.text

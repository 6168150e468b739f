"""Loading files: what is created, what is left to the people who changed it, who signs."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programmes.models import Identifier, Organisation, Party, Protocol, Remark, Theme
from tests.loading.conftest import AGREEMENT, PARTNERS, Load

pytestmark = pytest.mark.django_db


def test_files_load_in_any_order(load_texts: Load) -> None:
    result = load_texts(AGREEMENT, PARTNERS)

    assert (result.created, result.unchanged, result.changed, result.deleted) == (9, 0, [], [])
    assert list(Party.objects.values_list("organisation__reference", flat=True)) == ["region-bretagne", "organisme"]
    assert Organisation.objects.get(reference="institut").parent == Organisation.objects.get(reference="organisme")


def test_what_a_load_makes_is_normalised_and_published(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT)

    assert Identifier.objects.get().value == "180089013"
    assert Theme.objects.published().get().slug == "bretagne-2024-theme-1-la-mer-et-ses-rivages"
    assert Remark.objects.get().record == Theme.objects.get()


def test_an_entry_takes_the_source_of_its_parent_or_of_its_file(load_texts: Load) -> None:
    load_texts('source = "Le fichier"\n' + PARTNERS, AGREEMENT)

    assert Organisation.objects.get(reference="region-bretagne").source == "Invention de test"
    assert Organisation.objects.get(reference="organisme").source == "Le fichier"
    assert Identifier.objects.get().source == "Le fichier"


def test_a_record_may_stay_a_draft(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT.replace('label = "La', 'draft = true\nlabel = "La'))

    assert not Theme.objects.published().exists()


def test_every_row_of_a_demonstration_is_marked(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT, demo=True)

    assert not Organisation.objects.filter(is_demo=False).exists()
    assert not Theme.objects.filter(is_demo=False).exists()


def test_the_trail_names_the_calendar_and_the_reason(load_texts: Load) -> None:
    load_texts(PARTNERS)

    trail: Any = Organisation.objects.get(reference="institut")
    signed = trail.history.get().pgh_context.metadata
    assert signed["reason"] == "essai"
    assert signed["user"]


def test_loading_twice_changes_nothing_and_says_so(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT)

    result = load_texts(PARTNERS, AGREEMENT)

    assert (result.created, result.unchanged, result.changed, result.deleted) == (0, 9, [], [])
    assert "Rien à créer" in result.lines[1]
    theme: Any = Theme.objects.get()
    assert theme.history.count() == 2  # born, then published


def test_a_second_load_asks_few_questions_whatever_the_number_of_rows(load_texts: Load) -> None:
    many = PARTNERS + "".join(
        f'\n[[programmes.organisation]]\nreference = "bis-{n}"\nkind = "other"\nname = "Bis {n}"' for n in range(40)
    )
    load_texts(many)

    with CaptureQueriesContext(
        connection,
    ) as few:
        load_texts(PARTNERS)
    with CaptureQueriesContext(connection) as as_few:
        load_texts(many)

    assert len(few) == len(as_few) < 15


def test_what_a_person_changed_is_listed_and_left(load_texts: Load, by_hand: Any) -> None:
    load_texts(PARTNERS, AGREEMENT)
    with by_hand:
        Theme.objects.update(label="Mers et océans")

    result = load_texts(PARTNERS, AGREEMENT)

    assert Theme.objects.get().label == "Mers et océans"
    assert result.changed == [
        "2.toml, [[programmes.theme]] n°\u00a01 «\u00a0bretagne-2024-theme-1\u00a0» (intitulé officiel)"
    ]
    assert "modifié depuis" in result.lines[-1]


def test_a_file_corrected_since_is_told_from_what_a_person_changed(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT)

    result = load_texts(PARTNERS, AGREEMENT.replace("La mer et ses rivages", "La mer et ses îles"))

    assert Theme.objects.get().label == "La mer et ses rivages"
    assert (len(result.outdated), result.changed) == (1, [])
    assert "fichier corrigé depuis" in result.lines[-1]


def test_a_row_that_nobody_touched_is_given_what_it_says_nothing_of(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT)
    newer = AGREEMENT.replace('rivages"', 'îles"\nlabel_en = "The sea and its islands"')

    result = load_texts(PARTNERS, newer)

    assert Theme.objects.values_list("label", "label_en").get() == ("La mer et ses rivages", "The sea and its islands")
    assert result.filled[0].endswith("(intitulé en anglais)")
    assert result.outdated[0].endswith("(intitulé officiel)")
    assert load_texts(PARTNERS, newer).filled == []


def test_a_row_that_a_person_changed_is_given_nothing(load_texts: Load, by_hand: Any) -> None:
    load_texts(PARTNERS, AGREEMENT)
    with by_hand:
        Theme.objects.update(summary="Une autre présentation.")

    result = load_texts(PARTNERS, AGREEMENT.replace('rivages"', 'rivages"\nlabel_en = "The sea"'))

    assert (Theme.objects.get().label_en, result.filled, len(result.changed)) == ("", [], 1)


def test_what_a_person_completed_is_no_difference(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT)
    Theme.objects.update(label_en="The sea and its shores")

    assert load_texts(PARTNERS, AGREEMENT).changed == []


def test_a_row_whose_key_a_person_changed_is_recognised(load_texts: Load, by_hand: Any) -> None:
    load_texts(PARTNERS, AGREEMENT)
    with by_hand:
        Theme.objects.update(reference="la-mer")

    result = load_texts(PARTNERS, AGREEMENT)

    assert Theme.objects.get().reference == "la-mer"
    assert [line.rpartition("(")[2] for line in result.changed] == ["référence)"]


def test_what_a_person_deleted_is_listed_and_stays_deleted(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT)
    Remark.objects.all().delete()
    Theme.objects.all().delete()

    result = load_texts(PARTNERS, AGREEMENT)

    assert not Theme.objects.exists()
    assert len(result.deleted) == 2  # the theme, and the remark that rested on it
    assert "supprimé depuis" in result.lines[-1]


def test_rows_below_a_deleted_parent_stay_deleted(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT)
    Remark.objects.all().delete()
    Theme.objects.all().delete()
    Protocol.objects.all().delete()

    result = load_texts(PARTNERS, AGREEMENT)

    assert not Party.objects.exists()
    assert len(result.deleted) == 5


def test_a_load_that_fails_leaves_nothing(refused: Any) -> None:
    refused(PARTNERS, AGREEMENT.replace("number = 1", "number = 'un'"))

    assert not Organisation.objects.exists()


def test_a_remark_finds_its_record_of_any_app(load_texts: Load) -> None:
    load_texts(PARTNERS, AGREEMENT)

    assert Remark.objects.get().content_type == ContentType.objects.get_for_model(Theme)

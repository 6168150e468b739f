"""What becomes of a line: new, changed, unchanged or refused, and what is written."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from doctorates.models import Thesis, ThesisFunding
from programmes.models import Laboratory, Organisation
from programmes.resources import Verdict
from programmes.resources.storing import Moved, Refusal, fingerprint, store
from tests.factories import (
    LaboratoryFactory,
    OrganisationFactory,
    ProjectFactory,
    ThesisFactory,
    ThesisFundingFactory,
    UnitCodeFactory,
)

from .judging import judged, resource_of, written

pytestmark = pytest.mark.django_db


def thesis_row(**cells: object) -> dict[str, object]:
    """A line of the file of theses."""
    return {"Référence": "t-1", "Action": "action", "Titre": "Étude", "Laboratoire": "LAB"} | cells


@pytest.fixture
def around() -> None:
    """The records that a thesis names."""
    ProjectFactory(reference="action")
    LaboratoryFactory(reference="labo", acronym="LAB")


@pytest.mark.usefixtures("around")
def test_a_new_line_becomes_a_draft() -> None:
    lines = written("theses", thesis_row(**{"État": "en préparation", "Première inscription": "05/09/2021"}))

    thesis = Thesis.objects.get()
    assert [(line.number, line.verdict) for line in lines] == [(2, Verdict.NEW)]
    assert (thesis.status, thesis.slug, thesis.state) == ("draft", "t-1", "E")
    assert thesis.registered_on == date(2021, 9, 5)


def test_a_changed_line_says_from_what_to_what_and_keeps_the_status() -> None:
    thesis = ThesisFactory(reference="t-1", published=True, discipline="Chimie")

    lines = written("theses", {"reference": "x", "Référence": "t-1", "Discipline": "Physique"})

    thesis.refresh_from_db()
    assert lines[0][1:] == (Verdict.CHANGED, "t-1", [("Discipline", "Chimie", "Physique")])
    assert (thesis.discipline, thesis.status, thesis.version) == ("Physique", "published", 3)
    assert thesis.history.filter(pgh_label="update").count() == 2


def test_a_line_that_says_what_is_known_changes_nothing() -> None:
    thesis = ThesisFactory(reference="t-1")
    row = {"Référence": "t-1", "Titre": thesis.title, "Laboratoire": thesis.laboratory.name, "CIFRE": "non"}

    lines = written("theses", row)

    assert lines[0].verdict is Verdict.SAME
    assert thesis.history.count() == 1


@pytest.mark.usefixtures("around")
def test_each_fault_of_a_line_is_told_with_its_column() -> None:
    lines = judged(
        "theses", thesis_row(**{"Laboratoire": "LAV", "État": "en preparatio", "Soutenue le": "hier", "Titre": ""})
    )

    reasons = {heading: reason for heading, reason in lines[0].details}  # noqa: C416 - pairs, said so
    assert lines[0].verdict is Verdict.REFUSED
    assert "vouliez-vous dire «\u00a0LAB\u00a0»" in reasons["Laboratoire"]
    assert "«\u00a0en préparation\u00a0»\u202f?" in reasons["État"]
    assert "n’est pas une date" in reasons["Soutenue le"]
    assert reasons["Titre"] == "obligatoire"


@pytest.mark.usefixtures("around")
def test_rules_of_the_table_are_told_by_line() -> None:
    lines = judged("theses", thesis_row(NNT="2024NORM0001"), thesis_row())

    assert lines[0].details == [("", "Un NNT n’est donné qu’à une thèse soutenue.")]
    assert lines[1].details == [("", "même clé que la ligne 2")]


@pytest.mark.usefixtures("around")
def test_a_number_that_another_bears_is_refused() -> None:
    ThesisFactory(defended=True, nnt="2024NORM0001")
    more = {"NNT": "2024NORM0001", "État": "soutenue", "Soutenue le": "01/02/2024"}

    lines = judged("theses", thesis_row(**more), thesis_row(**more | {"Référence": "t-2", "NNT": "2024NORM0002"}),
                   thesis_row(**more | {"Référence": "t-3", "NNT": "2024NORM0002"}))  # fmt: skip

    assert lines[0].details == [("NNT", "«\u00a02024NORM0001\u00a0» est déjà porté par une autre fiche")]
    assert lines[1].verdict is Verdict.NEW
    assert lines[2].details == [("NNT", "«\u00a02024NORM0002\u00a0» est déjà porté à la ligne 3")]


def test_a_new_line_needs_what_the_file_lacks() -> None:
    lines = judged("theses", {"Référence": "t-1", "Titre": "Étude"})

    assert ("Laboratoire", "obligatoire pour une nouvelle fiche") in lines[0].details


def test_a_status_is_no_column() -> None:
    thesis = ThesisFactory(reference="t-1")

    lines = judged("theses", {"Référence": "t-1", "Statut": "publié", "status": "published"})

    assert lines[0].verdict is Verdict.SAME
    assert thesis.status == "draft"


def test_shares_are_written_with_their_thesis_and_corrected_later() -> None:
    thesis = ThesisFactory(reference="t-1")
    OrganisationFactory(acronym="CNRS")
    OrganisationFactory(name="Région")
    row = {
        "Référence": "t-1",
        "Financeur 1": "CNRS",
        "Quotité 1 (%)": 0.5,
        "Financeur 2": "région",
        "Quotité 2 (%)": "50 %",
    }

    first, again = written("theses", row), written("theses", row)
    corrected = written("theses", row | {"Quotité 1 (%)": "40,5"})

    assert first[0].details[0] == ("Quotité 1 (%)", "", "CNRS, 50\u00a0%")
    assert again[0].verdict is Verdict.SAME
    assert corrected[0].details == [("Quotité 1 (%)", "CNRS, 50\u00a0%", "CNRS, 40,5\u00a0%")]
    assert sorted(thesis.fundings.values_list("share", flat=True)) == [Decimal("40.5"), Decimal(50)]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"Quotité 1 (%)": 60}, "vont ensemble"),
        ({"Financeur 1": "CNRS", "Quotité 1 (%)": 160}, "0 à 100"),
        ({"Financeur 1": "CNRS", "Quotité 1 (%)": "moitié"}, "n’est pas un nombre"),
    ],
)
def test_shares_that_make_no_sense_are_refused(cells: dict[str, object], words: str) -> None:
    ThesisFactory(reference="t-1")
    OrganisationFactory(acronym="CNRS")

    lines = judged("theses", {"Référence": "t-1", "Financeur 1": ""} | cells)

    assert words in lines[0].details[0][1]


def test_a_share_over_several_periods_is_corrected_on_its_page() -> None:
    thesis = ThesisFactory(reference="t-1")
    cnrs = OrganisationFactory(acronym="CNRS")
    ThesisFundingFactory(thesis=thesis, organisation=cnrs, share=20, since=date(2021, 1, 1), until=date(2021, 12, 31))
    ThesisFundingFactory(thesis=thesis, organisation=cnrs, share=30, since=date(2022, 1, 1))

    lines = judged("theses", {"Référence": "t-1", "Financeur 1": "CNRS", "Quotité 1 (%)": 50})

    assert "plusieurs périodes" in lines[0].details[0][1]


def test_what_only_the_database_can_refuse_writes_nothing() -> None:
    thesis = ThesisFactory(reference="t-1")
    ThesisFundingFactory(thesis=thesis, share=80)
    OrganisationFactory(acronym="CNRS")
    resource = resource_of("theses", {"Référence": "t-1", "Financeur 1": "CNRS", "Quotité 1 (%)": 50, "Titre": "Autre"})

    with pytest.raises(Refusal, match="130\u00a0%"):
        store(resource, for_trial=False)

    thesis.refresh_from_db()
    assert thesis.title != "Autre"


def test_a_trial_takes_everything_back() -> None:
    resource = resource_of("organismes", {"Référence": "o", "Nature": "université", "Nom": "Université"})

    store(resource, for_trial=True)

    assert not Organisation.objects.exists()


def test_a_record_that_moved_meanwhile_stops_the_writing() -> None:
    thesis = ThesisFactory(reference="t-1")
    resource = resource_of("theses", {"Référence": "t-1", "Titre": "Un autre titre"})
    Thesis.objects.update(discipline="Physique")

    with pytest.raises(Moved):
        store(resource, for_trial=False)

    thesis.refresh_from_db()
    assert thesis.title != "Un autre titre"


def test_the_fingerprint_moves_with_the_records_read() -> None:
    thesis = ThesisFactory(reference="t-1")
    rows = {"Référence": "t-1", "Titre": "Un autre titre"}
    before = resource_of("theses", rows)

    equal = resource_of("theses", rows)
    Thesis.objects.filter(pk=thesis.pk).update(discipline="Physique")
    after = resource_of("theses", rows)

    assert fingerprint(before, before.lines) == fingerprint(equal, equal.lines)
    assert fingerprint(before, before.lines) != fingerprint(after, after.lines)


@pytest.mark.usefixtures("around")
def test_a_long_file_costs_no_more_queries_than_a_short_one(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    short = [thesis_row(Référence=f"a-{n}") for n in range(2)]
    long = [thesis_row(Référence=f"b-{n}") for n in range(300)]

    with django_assert_num_queries(12):
        written("theses", *short)
    with django_assert_num_queries(12):
        written("theses", *long)

    assert ThesisFunding.objects.count() == 0


def test_a_line_without_its_key_is_refused() -> None:
    lines = judged("organismes", {"Référence": "", "Nature": "école", "Nom": "École"})

    assert lines[0].details == [("Référence", "obligatoire")]


@pytest.mark.usefixtures("around")
def test_a_unit_code_names_its_laboratory_and_an_empty_state_is_the_first() -> None:
    UnitCodeFactory(laboratory=Laboratory.objects.get(), type="UMR", number="6014")

    written("theses", thesis_row(Laboratoire="UMR 6014", État="", NNT="", Thèmes=""))

    assert Thesis.objects.get().state == "filed"


@pytest.mark.usefixtures("around")
def test_a_number_that_cannot_be_read_is_told_once() -> None:
    lines = judged("theses", thesis_row(NNT="pas un numéro"))

    assert [heading for heading, _reason in lines[0].details] == ["NNT"]


def test_a_title_too_long_is_refused() -> None:
    ThesisFactory(reference="t-1")

    lines = judged("theses", {"Référence": "t-1", "Titre": "x" * 401})

    assert "400" in lines[0].details[0][1]

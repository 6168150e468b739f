"""The protocol to come: a draft made from the present one, with each promise renewed, changed, merged or dropped."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from programmes.enums import ContinuationKind, RecordStatus
from programmes.models import Commitment, CommitmentContinuation, Indicator, Protocol, Theme, ThemeLaboratory
from tests.admin.conftest import address
from tests.factories import CommitmentFactory, LaboratoryFactory, ProtocolFactory, ThemeFactory, UserFactory

NEXT = {"title": "Protocole suivant", "short_title": "Suivant", "reference": "suivant"}


@pytest.fixture
def protocol(db: None) -> Protocol:
    """Four promises and a theme with a laboratory."""
    protocol: Protocol = ProtocolFactory(published=True)
    CommitmentFactory.create_batch(4, published=True, protocol=protocol)
    theme = ThemeFactory(published=True, protocol=protocol)
    ThemeLaboratory.objects.create(theme=theme, laboratory=LaboratoryFactory(), is_confirmed=True)
    return protocol


def page_of(protocol: Any) -> str:
    return reverse("admin:programmes_protocol_succession", args=(protocol.pk,))


def fates(protocol: Protocol, *chosen: str) -> dict[str, str]:
    numbers = protocol.commitments.order_by("number").values_list("number", flat=True)
    return {f"promise-{number}": choice for number, choice in zip(numbers, chosen, strict=True)}


def test_a_protocol_leads_to_the_one_to_come(desk: Client, protocol: Protocol) -> None:
    assert page_of(protocol) in desk.get(address(protocol, "change")).text
    assert "Ce que devient chaque engagement" in desk.get(page_of(protocol)).text


def test_the_draft_holds_parties_themes_and_the_promises_taken_up(desk: Client, protocol: Protocol) -> None:
    first, _second, third, fourth = protocol.commitments.order_by("number")
    chosen = fates(protocol, "renewed", f"merged-{third.number}", "changed", "dropped")

    answer = desk.post(page_of(protocol), NEXT | chosen)

    following = Protocol.objects.get(reference="suivant")
    assert answer["Location"] == address(following, "change")
    assert following.predecessor == protocol
    assert following.parties.count() == protocol.parties.count()
    assert [row.label for row in following.commitments.order_by("number")] == [first.label, third.label]
    assert CommitmentContinuation.objects.get(predecessor=fourth).kind == ContinuationKind.DROPPED
    assert CommitmentContinuation.objects.filter(successor__number=2).count() == 2
    assert Theme.objects.get(protocol=following).laboratory_links.get().is_confirmed is False


def test_nothing_of_the_draft_is_public(desk: Client, protocol: Protocol) -> None:
    desk.post(page_of(protocol), NEXT | fates(protocol, *["renewed"] * 4))

    following = Protocol.objects.get(reference="suivant")
    assert following.status == RecordStatus.DRAFT
    assert not Commitment.objects.published().filter(protocol=following).exists()
    assert not Theme.objects.published().filter(protocol=following).exists()


def test_a_promise_left_for_later_has_no_continuation(desk: Client, protocol: Protocol) -> None:
    desk.post(page_of(protocol), NEXT | fates(protocol, "renewed", "", "", ""))

    assert CommitmentContinuation.objects.count() == 1


def test_a_promise_is_not_merged_into_one_that_stops(desk: Client, protocol: Protocol) -> None:
    numbers = list(protocol.commitments.order_by("number").values_list("number", flat=True))
    chosen = fates(protocol, f"merged-{numbers[1]}", "dropped", "renewed", "renewed")

    page = desk.post(page_of(protocol), NEXT | chosen)

    assert "ni reconduit ni modifié" in page.text
    assert not Protocol.objects.filter(reference="suivant").exists()


def test_a_reference_is_borne_once_and_dates_keep_their_order(desk: Client, protocol: Protocol) -> None:
    dates = {"starts_on": "2026-01-01", "ends_on": "2025-01-01"}

    page = desk.post(page_of(protocol), NEXT | dates | {"reference": protocol.reference})

    assert "porte déjà cette référence" in page.text
    assert "finit après avoir commencé" in page.text


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_reader_prepares_no_protocol(client: Client, protocol: Protocol, method: str) -> None:
    organisation = protocol.parties.get(rank=1).organisation
    client.force_login(UserFactory(reader=True, organisation=organisation))

    answer = getattr(client, method)(page_of(protocol), NEXT)

    assert answer.status_code == 403
    assert page_of(protocol) not in client.get(address(protocol, "change")).text


def test_no_page_prepares_the_next_of_nothing(desk: Client, db: None) -> None:
    assert desk.get(reverse("admin:programmes_protocol_succession", args=(0,))).status_code == 404


@pytest.mark.parametrize(
    ("fate", "changes", "begins"),
    [
        ("renewed", {}, (12, 2024)),
        ("changed", {}, (None, None)),
        ("renewed", {"is_cumulative": True}, (None, None)),
        ("renewed", {"rule": "theses_begun"}, (None, None)),
    ],
)
def test_what_is_measured_is_taken_up_and_begins_where_that_is_true(
    desk: Client, protocol: Protocol, fate: str, changes: dict[str, Any], begins: tuple[Any, Any]
) -> None:
    promise = protocol.commitments.order_by("number")[0]
    measure = {"label": "Équipes", "unit": "équipes", "definition": "Accueillies dans l’année.", "target": 40}
    indicator = promise.indicators.create(reference="equipes", **(measure | changes))
    indicator.values.create(year=2024, actual=12)
    indicator.values.create(year=2025, actual=15, precision="about")

    desk.post(page_of(protocol), NEXT | fates(protocol, fate, "", "", ""))

    copied = Indicator.objects.get(commitment__protocol__reference="suivant")
    assert (copied.label, copied.definition, copied.target) == ("Équipes", "Accueillies dans l’année.", None)
    assert (copied.baseline, copied.baseline_year) == begins
    assert bool(copied.source) == bool(copied.baseline)

"""Another protocol, with its own parties, commitments and themes, is made by hand and goes through from end to end."""

from typing import Any

from django.test import Client

from programmes.models import Commitment, Organisation, Party, Protocol, Theme
from tests.admin.conftest import Typed, address, step_of
from tests.factories import ProtocolFactory

NO_ROWS = ("TOTAL", "INITIAL")


def tables(model: Any, *names: str) -> dict[str, str]:
    about = [f"programmes-{name}-content_type-object_id" for name in ("remark", "assignment")]
    return {f"{name}-{kind}_FORMS": "0" for name in (*names, *about) for kind in NO_ROWS}


def add(desk: Client, model: Any, names: tuple[str, ...] = (), **typed: Any) -> Any:
    answer = desk.post(address(model, "add"), tables(model, *names) | typed)
    assert answer.status_code == 302, answer.context["errors"]
    return model.objects.latest("pk")


def publish(desk: Client, record: Any) -> None:
    for step in ("submit", "publish"):
        record.refresh_from_db()
        desk.post(step_of(record, step), {"seen_version": record.version})


def test_a_second_protocol_made_by_hand_is_on_the_site(desk: Client, typed: Typed) -> None:
    ProtocolFactory(published=True)
    bodies = [add(desk, Organisation, ("identifiers",), **body(number)) for number in (1, 2)]
    words = {"title": "Protocole Bretagne – CNRS", "short_title": "Protocole Bretagne", "reference": "bretagne"}
    parties = {"parties-TOTAL_FORMS": "2"} | party(0, bodies[0]) | party(1, bodies[1])
    dates = {"starts_on": "01/01/2026", "ends_on": "31/12/2029"}
    protocol = add(desk, Protocol, ("parties", "amendments", "statements"), **(words | parties | dates))
    commitment = add(
        desk,
        Commitment,
        ("owners", "indicators", "continued_by"),
        protocol=protocol.pk,
        number="1",
        label="Mer",
        wording="Étudier la mer.",
        reference="b-1",
    )
    theme = add(
        desk,
        Theme,
        ("laboratory_links",),
        protocol=protocol.pk,
        number="1",
        label="Océan",
        reference="b-t1",
        slug="ocean",
        colour="5",
    )

    for record in (protocol, commitment, theme):
        publish(desk, record)

    pages = [f"/fr/protocole/{protocol.reference}/", f"/fr/engagements/{protocol.reference}/1/", "/fr/themes/ocean/"]
    shown = [desk.get(page) for page in pages]
    assert [page.status_code for page in shown] == [200, 200, 200]
    assert Party.objects.filter(protocol=protocol).count() == 2
    assert "Étudier la mer." in shown[1].text


def body(number: int) -> dict[str, Any]:
    return {
        "name": f"Collectivité nouvelle {number}",
        "reference": f"org-{number}",
        "kind": "university",
        "country": "France",
    }


def party(row: int, organisation: Organisation) -> dict[str, Any]:
    return {f"parties-{row}-organisation": organisation.pk, f"parties-{row}-rank": row + 1}

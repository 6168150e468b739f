"""What a list, a search and a form cost, against a bare view: pytest tests/benchmarks/lists.py -s

Prints ratios of CPU (this process and the database's process together) of one run, at 1,000 and at 100,000 theses;
judges nothing. The bare view answers one word through the same middleware.
"""

from functools import partial

import pytest
from django.test import Client, override_settings

from doctorates.models import Thesis
from tests.factories import UserFactory

from .measuring import queries, register, seconds

SIZES = (1_000, 100_000)


def pages() -> dict[str, str]:
    """What is measured, and its address."""
    listed, thesis = "/admin/doctorates/thesis/", Thesis.objects.get(reference="celle-ci")
    return {
        "liste": listed,
        "liste filtrée": f"{listed}?state__exact=E&status__exact=published",
        "recherche d’un mot rare": f"{listed}?q=Celle-ci",
        "recherche d’un mot courant": f"{listed}?q=materiaux+chimie",
        "recherche d’un début de référence": f"{listed}?q=mesure-7",
        "fiche": f"{listed}{thesis.pk}/change/",
        "à faire": "/admin/",
        "modifications récentes": "/admin/modifications/",
    }


@pytest.mark.django_db(transaction=True)
def test_print_what_a_list_costs(client: Client) -> None:
    client.force_login(UserFactory(administrator=True))
    before: dict[str, float] = {}
    with override_settings(ROOT_URLCONF="tests.benchmarks.bare"):
        for rows in SIZES:
            register(rows)
            client.get("/nue/")
            unit = sum(seconds(partial(client.get, "/nue/"), 100))
            print(f"\n{rows} thèses ; vue nue : {1000 * unit:.2f} ms")
            for name, address in pages().items():
                asked, size = queries(partial(client.get, address)), len(client.get(address).content) / 1000
                own, base = (1000 * part for part in seconds(partial(client.get, address), 4))
                ratio = (own + base) / 1000 / unit
                growth = f"× {ratio / before[name]:4.2f}" if name in before else ""
                before[name] = ratio
                print(
                    f"{name:<34}{ratio:6.0f} vues nues {own:6.1f} ms ici {base:6.1f} ms base "
                    f"{asked:3} requêtes {size:5.0f} ko {growth}"
                )

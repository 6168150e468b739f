"""What each public page costs as production serves it, against one bare view: pytest tests/benchmarks/site.py -s

gunicorn with two workers, PostgreSQL and the shared cache; CPU of all three together, as a ratio to a view of the same
server that says one word. Pages are asked in turns with the bare view, and the median of the rounds is printed; the
machine may be busy meanwhile. Judges nothing. In the environment:

SIZES=1000,100000,1000000   how many theses, one after the other (1000,100000 when it is absent)
ROUNDS=9                    how often each page is measured
PAGES=liste,fiche           only pages whose names hold one of these words
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from statistics import median
from urllib.parse import urljoin

import pytest
from django.test.utils import setup_databases, teardown_databases
from pytest_django import DjangoDbBlocker

from doctorates.models import Thesis
from programmes.models import Commitment, Theme
from projects.models import Project

from .bare import ANEW, COUNTED
from .measuring import register
from .web import Site, serving

SIZES = [int(size) for size in os.environ.get("SIZES", "1000,100000").split(",")]
ROUNDS = int(os.environ.get("ROUNDS", "9"))
CHOSEN = os.environ.get("PAGES", "").split(",")
BATCH = 0.15  # seconds of CPU for one page in one round, about
CLIENTS, PERIOD = int(os.environ.get("CLIENTS", "8")), 1.5  # seconds
BARE = "/nue/"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A page, and how it is asked."""

    name: str
    address: str
    headers: tuple[tuple[str, str], ...] = ()


def pages(site: Site) -> Iterator[Asked]:
    """What is measured: pages made anew each time, then some that are asked again."""
    every = {
        **lists(site),
        **details(),
        "accueil": "/fr/",
        "thèmes": "/fr/themes/",
        "laboratoires": "/fr/laboratoires/",
    }
    for name, address in every.items():
        yield Asked(name=name, address=address, headers=((ANEW, "oui"),))
    for name in ("liste", "fiche de thèse", "fiche de thème", "accueil"):
        yield Asked(name=f"{name}, encore", address=every[name])
        tag = site.ask(every[name]).headers.get("ETag", "")
        yield Asked(name=f"{name}, If-None-Match", address=every[name], headers=(("If-None-Match", tag),))


def lists(site: Site) -> dict[str, str]:
    """Lists and searches of theses."""
    theses, theme = "/fr/theses/", Theme.objects.order_by("number")[1]
    return {
        "liste": theses,
        "liste, deux filtres": f"{theses}?theme={theme.slug}&state=E",
        "liste, page 40": f"{theses}?page=40",
        "liste, au fond": deep(site, f"{theses}?page=50"),
        "recherche dans la liste, un mot sur cent": f"{theses}?q=zeolithe",
        "recherche dans la liste, trois quarts": f"{theses}?q=catalyse",
        "recherche partout, un mot sur cent": "/fr/recherche/?q=zeolithe",
        "recherche partout, trois quarts": "/fr/recherche/?q=catalyse",
    }


def details() -> dict[str, str]:
    """The page of one record of each kind."""
    thesis = Thesis.objects.published().order_by("pk")[500]
    theme, commitment = Theme.objects.order_by("number")[1], Commitment.objects.order_by("number")[0]
    project = Project.objects.order_by("pk")[0]
    return {
        "fiche de thèse": f"/fr/theses/{thesis.slug}/",
        "fiche d’action": f"/fr/actions/{project.slug}/",
        "fiche de laboratoire": f"/fr/laboratoires/{thesis.laboratory.slug}/",
        "fiche de thème": f"/fr/themes/{theme.slug}/",
        "fiche d’engagement": f"/fr/engagements/{commitment.protocol.reference}/{commitment.number}/",
    }


def deep(site: Site, address: str) -> str:
    """Where « next » leads from the last numbered page of a list."""
    page = site.ask(address, **{"Accept-Encoding": "identity"}).body.decode()
    found = re.search(r'href="([^"]+)" rel="next"', page)
    return urljoin(address, unescape(found[1])) if found else address


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A page and its price: of the bare view, in milliseconds of CPU here and behind."""

    ratio: float
    own: float
    base: float
    unit: float


def measure(site: Site, asked: list[Asked]) -> dict[str, Measured]:
    """The median of the rounds, in each of which every page has its turn between two of the bare view."""
    for page in asked:
        site.cost(page.address, 4, **dict(page.headers))
    times = {page.name: batch(site, page) for page in asked}
    found: dict[str, list[tuple[float, float, float]]] = {page.name: [] for page in asked}
    for _round in range(ROUNDS):
        before = sum(site.cost(BARE, 200))
        for page in asked:
            own, base = site.cost(page.address, times[page.name], **dict(page.headers))
            after = sum(site.cost(BARE, 100))
            found[page.name].append((own, base, (before + after) / 2))
            before = after
    return {name: middle(costs) for name, costs in found.items()}


def batch(site: Site, page: Asked) -> int:
    """How many requests make a batch."""
    once = sum(site.cost(page.address, 4, **dict(page.headers)))
    return max(2, min(200, round(BATCH / max(once, 0.0005))))


def middle(costs: list[tuple[float, float, float]]) -> Measured:
    """The medians."""
    return Measured(
        ratio=median((own + base) / unit for own, base, unit in costs),
        own=1000 * median(own for own, _base, _unit in costs),
        base=1000 * median(base for _own, base, _unit in costs),
        unit=1000 * median(unit for _own, _base, unit in costs),
    )


def together(site: Site, page: Asked) -> tuple[float, int]:
    """The bare view's rate over the page's, for clients at once, and the answers that were no page."""
    ratios, failed = [], 0
    for _round in range(3):
        bare, wrong = site.rate(BARE, CLIENTS, PERIOD)
        rate, faults = site.rate(page.address, CLIENTS, PERIOD, **dict(page.headers))
        ratios.append(bare / max(rate, 0.01))
        failed += wrong + faults
    return median(ratios), failed


@pytest.fixture(scope="module")
def site(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Site]:
    """The server on a database whose rows are committed; --reuse-db and DATABASE_URL keep them for another time."""
    kept = request.config.getvalue("reuse_db")
    with django_db_blocker.unblock():
        made = setup_databases(0, False, aliases={"default": None}, keepdb=kept)
        register(SIZES[0])
        with serving(tmp_path_factory.mktemp("site")) as running:
            yield running
        if not kept:
            teardown_databases(made, 0)


@pytest.mark.parametrize("rows", SIZES)
def test_print_what_a_page_costs(site: Site, rows: int) -> None:
    register(rows)
    asked = [page for page in pages(site) if any(word in page.name for word in CHOSEN)]
    asked = [page for page in asked if site.ask(page.address, **dict(page.headers)).status in (200, 304)]

    measured = measure(site, asked)

    unit = median(one.unit for one in measured.values())
    print(f"\n{rows} thèses ; vue nue : {unit:.2f} ms")
    print(f"{'':<44}{'vues nues':>10}{'ms site':>9}{'ms base':>9}{'requêtes':>10}{'octets':>9}")
    for page in asked:
        one, answer = measured[page.name], site.ask(page.address, **dict(page.headers), **{COUNTED: "oui"})
        print(
            f"{page.name:<44}{one.ratio:10.1f}{one.own:9.2f}{one.base:9.2f}"
            f"{answer.headers[COUNTED]:>10}{len(answer.body):9}"
        )


@pytest.mark.skipif("CLIENTS" not in os.environ, reason="CLIENTS=8 mesure plusieurs clients à la fois")
def test_print_what_clients_at_once_get(site: Site) -> None:
    asked = [page for page in pages(site) if any(word in page.name for word in CHOSEN)]

    print(f"\n{CLIENTS} clients à la fois : débit de la vue nue ÷ débit de la page, réponses fautives")
    for page in asked:
        ratio, failed = together(site, page)
        print(f"{page.name:<44}{ratio:10.1f}{failed:6}")

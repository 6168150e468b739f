"""What a large campaign costs: 500 actions and 2,000 theses opened, shown on the board, closed.

pytest -s -p no:randomly tests/benchmarks/campaigns.py
"""

from collections.abc import Callable
from time import perf_counter

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from doctorates.models import ThesisSheet
from programmes import tasks, workflow
from programmes.enums import JobKind
from programmes.models import Commitment, Job, User
from projects.models import Project, ProjectSheet
from tests.benchmarks.measuring import queries, register
from tests.factories import CampaignFactory, CommitmentFactory, UserFactory

ACTIONS, THESES = 500, 2_000
PUBLISHED = """
    INSERT INTO projects_project (version, is_demo, source, reference, status, slug, kind, is_flagship, rank, title,
        title_en, acronym, summary, summary_en, state, frame, call_reference, is_open_to_users, access, access_en,
        website)
    SELECT 1, false, '', 'action-mesure-' || n, 'published', 'action-mesure-' || n, 'research', false, 99,
        'Action inventée ' || n, '', '', '', '', 'running', '', '', false, '', '', ''
    FROM generate_series(1, %(actions)s) n;
    UPDATE projects_project SET status = 'published', state = 'running';
    UPDATE doctorates_thesis SET status = 'published', state = 'E', registered_on = date '2023-10-01',
        contract_ends_on = NULL, defended_on = NULL;
    INSERT INTO projects_projectcommitment (version, is_demo, project_id, commitment_id)
    SELECT 1, false, id, %(commitment)s FROM projects_project;
"""


def timed(name: str, work: Callable[[], object]) -> None:
    """Print how long some work takes."""
    begun = perf_counter()
    work()
    print(f"{name:<28}{perf_counter() - begun:6.2f} s")


@pytest.mark.django_db(transaction=True)
def test_print_what_a_large_campaign_costs(client: Client) -> None:
    register(THESES)
    commitment: Commitment = CommitmentFactory(published=True, protocol__published=True)
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(PUBLISHED, {"actions": ACTIONS - Project.objects.count(), "commitment": commitment.pk})
        cursor.execute("SET session_replication_role = origin")
    campaign = CampaignFactory(protocol=commitment.protocol)
    workflow.campaigns.open_campaign(campaign, by=User.objects.calendar())
    print()
    timed("ouverture", lambda: tasks.run_job(Job.objects.get(kind=JobKind.OPENING).pk))
    assert (ProjectSheet.objects.count(), ThesisSheet.objects.count()) == (ACTIONS, THESES + 1)
    client.force_login(UserFactory(administrator=True))
    address = reverse("admin:programmes_campaign_board", args=(campaign.pk,))
    for kind in ("engagements", "actions", "theses"):
        timed(f"tableau, {kind}", lambda kind=kind: client.get(address, {"kind": kind}))  # type: ignore[misc]
        page = client.get(address, {"kind": kind})
        asked = queries(lambda kind=kind: client.get(address, {"kind": kind}))  # type: ignore[misc]
        print(f"{'':<28}{asked:4} requêtes {len(page.content) / 1000:5.0f} ko")
    timed("clôture", lambda: workflow.campaigns.close_campaign(campaign, by=User.objects.calendar()))

"""Stamps of public pages when two write at once: no save waits for another one, and no change is missed."""

import psycopg
import pytest
from django.db import connection
from django.test import Client

from doctorates.models import Thesis
from tests import factories
from tests.site.conftest import make_register

RENAME = "UPDATE doctorates_thesis SET title = 'Changé ailleurs' WHERE id = %s"


@pytest.mark.django_db(transaction=True)
def test_a_save_waits_for_no_other_and_a_late_commit_is_seen(client: Client) -> None:
    register = make_register()
    page = f"/fr/laboratoires/{register.laboratory.slug}/"
    neighbour = factories.ThesisFactory(project=register.project, laboratory=register.laboratory, published=True)
    tags = [client.get(page).headers["ETag"]]

    with psycopg.connect(**connection.get_connection_params()) as other:
        other.execute(RENAME, [neighbour.pk])  # it stamps the laboratory, and is not committed yet
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '2s'")
        Thesis.objects.filter(pk=register.thesis.pk).update(title="Changé ici")
        tags.append(client.get(page).headers["ETag"])
        other.commit()
    tags.append(client.get(page).headers["ETag"])

    assert len(set(tags)) == 3
    assert "Changé ailleurs" in client.get(page).content.decode()

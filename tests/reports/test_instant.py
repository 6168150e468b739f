"""An edition is read at one instant, whatever is edited meanwhile."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programmes.reports.freezing import freeze_all
from tests.factories import CampaignFactory


@pytest.mark.django_db(transaction=True)
def test_both_languages_of_an_edition_come_from_one_instant() -> None:
    campaign = CampaignFactory()

    with CaptureQueriesContext(connection) as queries:
        frozen = freeze_all(campaign, number=1)

    said = [query["sql"] for query in queries]
    assert set(frozen.content) == {"fr", "en"}
    assert said.index("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ") < 2
    assert said.count("BEGIN") == 1

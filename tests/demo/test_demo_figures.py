"""Every figure of the invented report comes to what its list says, for both kinds of reports."""

import pytest

from programmes.models import Campaign
from programmes.reports.freezing import freeze
from tests.demo.conftest import Loaded
from tests.reports import walking

pytestmark = pytest.mark.usefixtures("unmeasured")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_figure_of_the_invented_year_is_what_its_list_comes_to(language: str, loaded: Loaded) -> None:
    report = freeze(Campaign.objects.get(year=2024, kind="yearly"), language)

    assert len([one for one in walking.told(report) if one.trace]) > 150
    assert walking.wrong(report) == []
    assert walking.charts_without_table(report) == []
    assert walking.untraced(report) == []

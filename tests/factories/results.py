"""Indicators and their yearly values."""

from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from programmes.models import Indicator, IndicatorValue

from .agreement import CommitmentFactory


class IndicatorFactory(DjangoModelFactory):
    """A measure typed in by hand."""

    class Meta:
        model = Indicator

    reference = factory.Sequence(lambda n: f"indicateur-{n}")
    commitment = factory.SubFactory(CommitmentFactory)
    label = factory.Sequence(lambda n: f"Mesure {n}")
    label_en = factory.Sequence(lambda n: f"Measure {n}")
    unit = "thèses"
    unit_en = "theses"


class IndicatorValueFactory(DjangoModelFactory):
    """What an indicator was in 2024."""

    class Meta:
        model = IndicatorValue

    indicator = factory.SubFactory(IndicatorFactory)
    year = 2024
    target = Decimal(12)
    actual = Decimal(9)

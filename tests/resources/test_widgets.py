"""Cells as French offices type them."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from programmes.enums import OrganisationKind
from programmes.identifiers import Scheme
from programmes.resources import widgets
from programmes.spreadsheets.reading import Fault

CHOICE = widgets.ChoiceWidget(OrganisationKind.choices)


@pytest.mark.parametrize(
    ("widget", "cell", "value"),
    [
        (widgets.DecimalWidget(), "45 000,50 €", Decimal("45000.50")),
        (widgets.DecimalWidget(), "45\u202f000,50\u00a0€", Decimal("45000.50")),
        (widgets.DecimalWidget(), "1.234,56", Decimal("1234.56")),
        (widgets.DecimalWidget(), "1,234.56", Decimal("1234.56")),
        (widgets.DecimalWidget(), "−12,5", Decimal("-12.5")),
        (widgets.DecimalWidget(), 45000.1, Decimal("45000.10")),
        (widgets.DecimalWidget(), 0.30000000000000004, Decimal("0.30")),
        (widgets.DecimalWidget(), 49.18255, Decimal("49.18255")),
        (widgets.DecimalWidget(), " ", None),
        (widgets.PercentWidget(), 0.5, Decimal(50)),
        (widgets.PercentWidget(), 1, Decimal(100)),
        (widgets.PercentWidget(), "50 %", Decimal(50)),
        (widgets.DateWidget(), "05/09/2021", date(2021, 9, 5)),
        (widgets.DateWidget(), "2021-09-05", date(2021, 9, 5)),
        (widgets.DateWidget(), "2021-09-05 14:30:00", date(2021, 9, 5)),
        (widgets.DateWidget(), "1er août 2021", date(2021, 8, 1)),
        (widgets.DateWidget(), 44444, date(2021, 9, 5)),
        (widgets.DateWidget(), None, None),
        (widgets.BooleanWidget(), "Oui", True),
        (widgets.BooleanWidget(), "", False),
        (widgets.BooleanWidget(), False, False),
        (widgets.YearWidget(), " 2023 ", 2023),
        (widgets.TextWidget(), 76, "76"),
        (widgets.TextWidget(), 1.5, "1,5"),
        (widgets.TextWidget(), " texte ", "texte"),
        (widgets.IdentifierWidget(Scheme.SIRET), 18008901303720, "18008901303720"),
        (widgets.IdentifierWidget(Scheme.NNT, empty=None), "", None),
        (CHOICE, "université", "university"),
        (CHOICE, "UNIVERSITE", "university"),
        (CHOICE, "university", "university"),
        (CHOICE, "", ""),
    ],
)
def test_a_cell_is_read_as_people_mean_it(widget: widgets.FrenchWidget, cell: Any, value: Any) -> None:
    assert widget.clean(cell) == value


@pytest.mark.parametrize(
    ("widget", "cell", "words"),
    [
        (widgets.DecimalWidget(), "45.000", "deux façons"),
        (widgets.DecimalWidget(), "beaucoup", "n’est pas un nombre"),
        (widgets.DecimalWidget(), "NaN", "n’est pas un nombre"),
        (widgets.DecimalWidget(), True, "n’est pas un nombre"),
        (widgets.DateWidget(), "31/02/2021", "n’est pas une date"),
        (widgets.DateWidget(), "2021", "n’est pas une date"),
        (widgets.DateWidget(), 2021, "n’est pas une date"),
        (widgets.BooleanWidget(), "peut-être", "oui ou par non"),
        (widgets.YearWidget(), "2023,5", "nombre entier"),
        (widgets.TextWidget(), "1,9E+13", "perdu des chiffres"),
        (widgets.TextWidget(), 1.9e19, "perdu des chiffres"),
        (widgets.IdentifierWidget(Scheme.SIRET), "1.80089E+13", "perdu des chiffres"),
        (widgets.IdentifierWidget(Scheme.SIRET), "18008901303721", "dernier chiffre"),
        (CHOICE, "universitée", "«\u00a0université\u00a0»\u202f?"),
        (CHOICE, "zzz", "collectivité territoriale, "),
        (widgets.TextWidget(), Fault("#N/A"), "#N/A"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_in_french(widget: widgets.FrenchWidget, cell: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        widget.clean(cell)


@pytest.mark.parametrize(
    ("widget", "value", "shown"),
    [
        (widgets.DecimalWidget(), Decimal("45000.5"), "45\u202f000,5"),
        (widgets.DecimalWidget(), None, ""),
        (widgets.DateWidget(), date(2021, 9, 5), "05/09/2021"),
        (widgets.BooleanWidget(), True, "oui"),
        (widgets.TextWidget(), "texte", "texte"),
        (CHOICE, "university", "université"),
    ],
)
def test_a_value_is_shown_as_people_type_it(widget: widgets.FrenchWidget, value: Any, shown: str) -> None:
    assert widget.render(value) == shown

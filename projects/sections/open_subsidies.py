"""Grants as the national scheme for open data of subsidies wants them: `scdl/subventions` 2.1.1 (standards B1).

The names of the columns and their order are the scheme's. A grant is there once its agreement is signed and both
bodies have the number that the scheme asks for; the data set of all grants tells the others too.
"""

from typing import Any

from django.db.models import Case, Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, Left
from django.db.models.lookups import Exact, GreaterThan
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from programmes.cells import Kind
from programmes.identifiers import Scheme
from programmes.models import Identifier
from programmes.sections.datasets import Column, Dataset

from ..models import Grant, Instalment, Payment, Project

LONGEST = 256  # signs of the subject
MONEY, ONCE, IN_PARTS = "aide en numéraire", "unique", "échelonné"  # words of the scheme
UNKNOWN = "non renseigné"
NOTHING = Value(None, TextField())


def subsidies() -> Dataset:
    """Signed grants, one beneficiary a line."""
    return Dataset(
        name="subventions",
        title=_("Subventions, au schéma national"),
        summary=_(
            "Les subventions dont la convention est signée, au schéma SCDL «\u00a0subventions\u00a0» 2.1.1\u00a0: "
            "mêmes colonnes, même ordre, pour les portails et les programmes de contrôle."
        ),
        rows=_rows,
        columns=lambda _viewer: COLUMNS,
        first="convention_signed_on",
        last="convention_signed_on",
        keywords=(_("subvention"), _("financement de la recherche")),
    )


def _rows(viewer: Any) -> QuerySet[Grant]:
    """Those of which everything is known that the scheme asks for."""
    rows = Grant.objects.filter(
        project__in=Project.objects.visible_to(viewer),
        voted_on__lte=localdate(),
        convention_signed_on__lte=localdate(),
        organisation__in=_numbered(Scheme.SIRET),
    ).exclude(purpose="")
    known = rows.filter(Q(beneficiary__in=_numbered(Scheme.SIRET)) | Q(beneficiary__in=_numbered(Scheme.RNA)))
    return known.order_by("convention_signed_on", "reference")


def _numbered(scheme: Scheme) -> QuerySet[Identifier, Any]:
    """The bodies that have a number of a register."""
    return Identifier.objects.filter(scheme=scheme, organisation__isnull=False).values("organisation")


def _number(scheme: Scheme, body: str) -> Any:
    """The number of a body; nothing when it has none."""
    found = Identifier.objects.filter(scheme=scheme, organisation=OuterRef(f"{body}_id")).order_by("pk")
    return Subquery(found.values("value")[:1])


def _of_parts(rows: QuerySet[Any], asked: Any) -> Subquery:
    """Something of all the rows that hang on a grant."""
    return Subquery(rows.filter(grant=OuterRef("pk")).order_by().values("grant").annotate(told=asked).values("told"))


def _planned_or_paid(of_planned: Any, of_paid: Any) -> list[Subquery]:
    """Something of the instalments of a grant, or of its payments for want of any."""
    return [_of_parts(Instalment.objects.all(), of_planned), _of_parts(Payment.objects.all(), of_paid)]


def _conditions() -> Case:
    """Paid once or in parts, as far as the register knows."""
    parts = Coalesce(*_planned_or_paid(Count("pk"), Count("pk")), 0)
    return Case(
        When(GreaterThan(parts, 1), then=Value(IN_PARTS)),
        When(Exact(parts, 1), then=Value(ONCE)),
        default=Value(UNKNOWN),
        output_field=TextField(),
    )


def _days() -> Concat:
    """From the first to the last payment, expected or made; the day of the agreement when none is known."""
    first = Coalesce(*_planned_or_paid(Min("expected_on"), Min("paid_on")), "convention_signed_on")
    last = Coalesce(*_planned_or_paid(Max("expected_on"), Max("paid_on")), "convention_signed_on")
    later = Concat(Value("/", TextField()), Cast(last, TextField()))
    until = Case(When(GreaterThan(last, first), then=later), default=Value("", TextField()))
    return Concat(Cast(first, TextField()), until, output_field=TextField())


def _subject() -> Left:
    """What it is for, as far as the scheme takes it; an invented grant says that it is."""
    told = Cast("purpose", TextField())
    invented = Concat(Value("Démonstration, ligne inventée\u00a0: ", TextField()), told)
    return Left(Case(When(is_demo=True, then=invented), default=told), LONGEST)


def _column(name: str, meaning: Any, value: Any, kind: Kind = Kind.TEXT) -> Column:
    """A column that is headed by its name in every language."""
    return Column(name, name, meaning, value, kind)


COLUMNS = (
    _column("nomAttribuant", _("Qui donne."), F("organisation__name")),
    _column("idAttribuant", _("SIRET de qui donne."), _number(Scheme.SIRET, "organisation")),
    _column("dateConvention", _("Jour de la convention."), F("convention_signed_on"), Kind.DAY),
    _column("referenceDecision", _("Numéro de la délibération."), F("decision_number")),
    _column("nomBeneficiaire", _("Qui reçoit."), F("beneficiary__name")),
    _column("idBeneficiaire", _("SIRET de qui reçoit."), _number(Scheme.SIRET, "beneficiary")),
    _column("rnaBeneficiaire", _("Numéro RNA, pour une association."), _number(Scheme.RNA, "beneficiary")),
    _column("objet", _("Pour quoi."), _subject()),
    _column("montant", _("Montant de la convention, en euros."), F("amount"), Kind.NUMBER),
    _column("nature", _("Toujours en numéraire ici."), Value(MONEY, TextField())),
    _column("conditionsVersement", _("Versée en une fois ou par parts."), _conditions()),
    _column("datesPeriodeVersement", _("Du premier au dernier versement, prévus ou faits."), _days()),
    _column("idRAE", _("Numéro au répertoire des aides aux entreprises\u00a0: sans objet ici."), NOTHING),
    _column("notificationUE", _("Aucune aide du registre n’est notifiée à la Commission."), Value("non", TextField())),
    _column("pourcentageSubvention", _("La part du bénéficiaire\u00a0: il est seul."), Value(1), Kind.NUMBER),
    _column("dispositifAide", _("Numéro au répertoire des dispositifs\u00a0: aucun n’est connu."), NOTHING),
)

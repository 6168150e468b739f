"""Research units: supervising bodies, dated unit codes, contacts."""

import re
from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.contrib.postgres.search import SearchRank, SearchVector
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext_lazy as _

from ..constraints import in_order
from ..enums import OrganisationKind, RecordStatus, UnitType
from ..identifiers import Scheme
from ..roles import TableKind
from .base import Kept, Mergeable, Plain, Record, Row, Slugged, Sourced, VisibleQuerySet, alike, french
from .belonging import Belongs, row_of
from .organisations import CONTACT_HELP, Organisation, Person, refuse_personal
from .searching import asked
from .tracking import tracked


class DateRange(Func):
    """The period between two dates, both included; an unknown end leaves it open."""

    function = "DATERANGE"
    output_field = DateRangeField()


# What a unit is called in lists: its acronym, else its name.
SHOWN_NAME = Plain(Coalesce(NullIf("acronym", Value("")), "name"))
STEMS = SearchVector("name", "acronym", weight="A", config="fr") + SearchVector("name_en", weight="B", config="english")
STEMS += SearchVector("city", "other_cities", "summary", weight="C", config="fr")
PERIOD = DateRange(F("since"), F("until"), RangeBoundary(inclusive_lower=True, inclusive_upper=True))


class LaboratoryQuerySet(Kept, VisibleQuerySet["Laboratory"]):
    """Laboratories, in the words of the trade."""

    def for_list(self) -> Self:
        """Units of the region, then those seated elsewhere, as a dictionary orders them."""
        return self.prefetch_related("unit_codes", "identifiers").order_by("is_elsewhere", SHOWN_NAME, "name")

    def matching(self, words: str) -> Self:
        """Units that hold these words in their names, cities or presentation, or that bear this code."""
        coded = UnitCode.objects.filter(number__in=re.findall(r"\d{3,6}", words)).values("laboratory")
        return self.annotate(stems=STEMS).filter(Q(stems=asked(words)) | Q(pk__in=coded))

    def ranked(self, words: str) -> Self:
        """The same units with how well each answers, `relevance`."""
        return self.matching(words).annotate(relevance=SearchRank(F("stems"), asked(words)))


@tracked
class Laboratory(Mergeable, Record, Slugged):
    """A research unit. Its stable key is the RNSR number; its unit code changes with time (facts 4)."""

    belongs = Belongs(kind=TableKind.UNIT, subject=True)

    name = models.CharField(_("nom"), max_length=250)
    name_en = models.CharField(_("nom en anglais"), max_length=250, blank=True)
    acronym = models.CharField(_("sigle"), max_length=40, blank=True)
    summary = models.TextField(_("présentation"), blank=True)
    summary_en = models.TextField(_("présentation en anglais"), blank=True)
    city = models.CharField(_("ville"), max_length=80, blank=True)
    other_cities = models.CharField(_("autres villes"), max_length=160, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    is_elsewhere = models.BooleanField(
        _("siège hors de la région"), default=False, help_text=_("Unité dont le siège est ailleurs, avec un site ici.")
    )
    website = models.URLField(_("site"), blank=True)
    contact_email = models.EmailField(_("adresse de contact, publique"), blank=True, help_text=CONTACT_HELP)
    main_institute = models.ForeignKey(
        Organisation,
        verbose_name=_("institut principal"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="laboratories",
        limit_choices_to={"kind": OrganisationKind.INSTITUTE},
    )
    second_institute = models.ForeignKey(
        Organisation,
        verbose_name=_("institut secondaire"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="laboratories_second",
        limit_choices_to={"kind": OrganisationKind.INSTITUTE},
    )
    predecessor = models.ForeignKey(
        "self", verbose_name=_("succède à"), on_delete=models.PROTECT, null=True, blank=True, related_name="successors"
    )
    opened_on = models.DateField(_("créé le"), null=True, blank=True)
    closed_on = models.DateField(_("fermé le"), null=True, blank=True)

    objects = LaboratoryQuerySet.as_manager()
    called = ("name", "name_en", "acronym")

    class Meta:
        verbose_name = _("laboratoire")
        verbose_name_plural = _("laboratoires")
        ordering = french("acronym")
        indexes = [alike("laboratory_alike", "name")]
        constraints = [
            in_order("laboratory_dates", "opened_on", "closed_on", "Un laboratoire ferme après avoir été créé."),
            models.CheckConstraint(
                name="laboratory_point",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message=_("Une position a une latitude et une longitude."),
            ),
            models.CheckConstraint(
                name="laboratory_not_own_predecessor",
                condition=Q(predecessor__isnull=True) | ~Q(predecessor=F("id")),
                violation_error_message=_("Un laboratoire ne succède pas à lui-même."),
            ),
            models.CheckConstraint(
                name="laboratory_merged_not_published",
                condition=Q(merged_into__isnull=True) | ~Q(status=RecordStatus.PUBLISHED),
                violation_error_message=_("Un laboratoire fusionné n’a plus de page publique."),
            ),
        ]

    def __str__(self) -> str:
        return self.acronym or self.name

    def clean(self) -> None:
        """Its public address is a function's. Raises ValidationError."""
        super().clean()
        refuse_personal(self.contact_email)

    @property
    def unit_code(self) -> "UnitCode | None":
        """The latest unit code known; None for a unit without one."""
        codes = sorted(self.unit_codes.all(), key=lambda code: (code.until is None, code.since or date.min))
        return codes[-1] if codes else None

    @property
    def rnsr(self) -> str:
        """The number of the national register; of two, the one without a qualification, then the first recorded."""
        numbers = [row for row in self.identifiers.all() if row.scheme == Scheme.RNSR]
        return min(numbers, key=lambda row: (bool(row.note), row.pk)).value if numbers else ""


@tracked
class LaboratorySupervision(Row, Sourced):
    """A supervising body (tutelle) of a laboratory, over a period."""

    belongs = row_of("laboratory", kind=TableKind.UNIT)

    laboratory = models.ForeignKey(
        Laboratory, verbose_name=_("laboratoire"), on_delete=models.CASCADE, related_name="supervisions"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("tutelle"), on_delete=models.PROTECT, related_name="supervisions"
    )
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        verbose_name = _("tutelle")
        verbose_name_plural = _("tutelles")
        ordering = ["laboratory", "id"]
        constraints = [
            in_order("supervision_dates", "since", "until", "Une tutelle finit après avoir commencé."),
            models.UniqueConstraint(
                fields=["laboratory", "organisation", "since"],
                name="supervision_unique",
                nulls_distinct=False,
                violation_error_message=_("Cette tutelle est déjà inscrite."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.laboratory} – {self.organisation}"


@tracked
class UnitCode(Row, Sourced):
    """The code of a unit over a period: UMS 3408 until 2020, UAR 3408 since (facts 4)."""

    belongs = row_of("laboratory", kind=TableKind.UNIT)

    laboratory = models.ForeignKey(
        Laboratory, verbose_name=_("laboratoire"), on_delete=models.CASCADE, related_name="unit_codes"
    )
    type = models.CharField(_("type"), max_length=5, choices=UnitType)
    number = models.CharField(_("numéro"), max_length=6)
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)

    class Meta:
        verbose_name = _("code d’unité")
        verbose_name_plural = _("codes d’unité")
        ordering = ["laboratory", "since"]
        constraints = [
            in_order("unit_code_dates", "since", "until", "Un code d’unité finit après avoir commencé."),
            models.CheckConstraint(
                name="unit_code_number",
                condition=Q(number__regex=r"^\d{1,6}$"),
                violation_error_message=_("Le numéro d’une unité ne contient que des chiffres."),
            ),
            ExclusionConstraint(
                name="unit_code_one_at_a_time",
                expressions=[("laboratory", RangeOperators.EQUAL), (PERIOD, RangeOperators.OVERLAPS)],
                violation_error_message=_("Deux codes d’un même laboratoire ne peuvent pas se chevaucher."),
            ),
            ExclusionConstraint(
                name="unit_code_one_holder",
                expressions=[
                    ("type", RangeOperators.EQUAL),
                    ("number", RangeOperators.EQUAL),
                    (PERIOD, RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Ce code d’unité est déjà porté à ces dates."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.number}"


class LaboratoryContactQuerySet(models.QuerySet["LaboratoryContact"]):
    """Who answers for laboratories."""

    def in_force_on(self, day: date) -> Self:
        """In force on a day."""
        begun = Q(since__isnull=True) | Q(since__lte=day)
        not_ended = Q(until__isnull=True) | Q(until__gte=day)
        return self.filter(begun, not_ended)

    def reachable_on(self, day: date) -> Self:
        """In force on a day, with an address."""
        return self.in_force_on(day).exclude(email="")

    def answering_on(self, day: date) -> Self:
        """Those who answer for the whole of a laboratory: its direction, or the office that writes in its name.

        The direction of a part (a thesis, a team, a project) is not that of the laboratory.
        """
        whole = self.in_force_on(day).filter(role__iregex=r"^(direct|secr[ée]tariat)")
        return whole.exclude(role__iregex=r"th[èe]se|action|projet|[ée]quipe|axe|th[èe]me|plateforme|service")


@tracked
class LaboratoryContact(Row):
    """Who answers for a laboratory, over a period. The address is between partners, never public."""

    belongs = row_of("laboratory", kind=TableKind.UNIT)

    laboratory = models.ForeignKey(
        Laboratory, verbose_name=_("laboratoire"), on_delete=models.CASCADE, related_name="contacts"
    )
    person = models.ForeignKey(
        Person, verbose_name=_("personne"), on_delete=models.PROTECT, related_name="contact_roles"
    )
    role = models.CharField(_("fonction"), max_length=120)
    email = models.EmailField(_("adresse électronique"), blank=True)
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)

    objects = LaboratoryContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact d’un laboratoire")
        verbose_name_plural = _("contacts des laboratoires")
        ordering = ["laboratory", "role"]
        constraints = [
            in_order("contact_dates", "since", "until", "Une fonction finit après avoir commencé."),
            models.UniqueConstraint(
                fields=["laboratory", "person", "role", "since"],
                name="contact_unique",
                nulls_distinct=False,
                violation_error_message=_("Ce contact est déjà inscrit."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"

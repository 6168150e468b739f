"""Who pays for a thesis, in which share, from when to when."""

import pgtrigger
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from programmes.constraints import across_rows, in_order, not_negative
from programmes.fields import MoneyField
from programmes.models import Organisation
from programmes.models.base import Row, Sourced
from programmes.models.belonging import row_of
from programmes.models.tracking import tracked
from programmes.roles import TableKind
from projects.models import Contribution, Grant

from .theses import Thesis

# Only the first day of a funding can raise the sum, so those days are enough.
SHARES_WITHIN_WHOLE = across_rows(
    "shares_within_whole",
    declare=[("highest", "numeric")],
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        PERFORM 1 FROM doctorates_thesis WHERE id = NEW.thesis_id FOR UPDATE;
        SELECT MAX(day.total) INTO highest FROM (
            SELECT SUM(other.share) AS total
            FROM doctorates_thesisfunding first
            JOIN doctorates_thesisfunding other ON other.thesis_id = first.thesis_id
             AND daterange(other.since, other.until, '[]') @> COALESCE(first.since, '-infinity'::date)
            WHERE first.thesis_id = NEW.thesis_id
            GROUP BY first.id
        ) day;
        IF highest > 100 THEN
            RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'shares_within_whole', MESSAGE = format(
                'Les quotités de la thèse atteignent %s\u00a0%% le même jour\u202f; '
                'elles ne peuvent dépasser 100\u00a0%%.',
                replace(trim_scale(highest)::text, '.', ','));
        END IF;
        RETURN NULL;
    """,
)


@tracked
class ThesisFunding(Row, Sourced):
    """The share of a funder in a thesis, over a period, and the money it is taken from.

    The amounts are counted with the project's money, so that nothing is counted twice.
    """

    belongs = row_of("thesis", kind=TableKind.MONEY, givers="organisation")

    thesis = models.ForeignKey(Thesis, verbose_name=_("thèse"), on_delete=models.CASCADE, related_name="fundings")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("financeur"), on_delete=models.PROTECT, related_name="thesis_fundings"
    )
    share = models.DecimalField(
        _("quotité (%)"),
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    amount = MoneyField(_("montant"), null=True, blank=True)
    since = models.DateField(_("depuis"), null=True, blank=True)
    until = models.DateField(_("jusqu’au"), null=True, blank=True)
    contribution = models.ForeignKey(
        Contribution,
        verbose_name=_("prise sur la contribution"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="thesis_fundings",
    )
    grant = models.ForeignKey(
        Grant,
        verbose_name=_("prise sur la subvention"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="thesis_fundings",
    )

    class Meta:
        verbose_name = _("financement de la thèse")
        verbose_name_plural = _("financements de la thèse")
        ordering = ["thesis", "-share", "id"]
        triggers = [SHARES_WITHIN_WHOLE]
        constraints = [
            in_order("thesis_funding_dates", "since", "until", "Un financement finit après avoir commencé."),
            not_negative("thesis_funding_amount", "amount", message="Un montant n’est pas négatif."),
            models.CheckConstraint(
                name="thesis_funding_share",
                condition=Q(share__gt=0, share__lte=100),
                violation_error_message=_("Une quotité va de 0 à 100\u00a0%."),
            ),
            models.CheckConstraint(
                name="thesis_funding_one_origin",
                condition=Q(contribution__isnull=True) | Q(grant__isnull=True),
                violation_error_message=_("Un financement est pris sur une contribution ou sur une subvention."),
            ),
            models.UniqueConstraint(
                fields=["thesis", "organisation", "since"],
                name="thesis_funding_unique",
                nulls_distinct=False,
                violation_error_message=_("Ce financement est déjà inscrit."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.share:n}\u00a0%"

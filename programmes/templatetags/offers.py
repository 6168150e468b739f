"""Deadlines in words, with the days that are left."""

from typing import Any

from django import template
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .words import day, number

register = template.Library()
SOON = 90  # days; further away, nobody counts them


@register.filter
def deadline(offer: Any) -> str:
    """Until when one may apply, and how many days are left when it is near; empty without a deadline."""
    left = offer.days_left(localdate())
    if left is None:
        return ""
    if left == 0:
        return _("jusqu’à ce soir")
    if left > SOON:
        return _("jusqu’au %(day)s") % {"day": day(offer.closes_on)}
    days = ngettext("encore %(n)s jour", "encore %(n)s jours", left) % {"n": number(left)}
    return _("jusqu’au %(day)s, %(days)s") % {"day": day(offer.closes_on), "days": days}

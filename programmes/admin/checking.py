"""Identifiers checked while they are typed: the verdict, its reason, the correction where one can be guessed."""

from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Field
from django.http import HttpRequest, HttpResponseBadRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.text import get_text_list
from django.views.decorators.http import require_GET

from .. import identifiers
from ..fields import IdentifierField
from ..identifiers import Scheme
from ..models import Identifier, UnitCode

LONGEST = 500


@dataclass(frozen=True)
class Verdict:
    """What is said of a typed identifier: whether it is right, why, its one spelling or what was probably meant."""

    is_right: bool
    sentence: str
    value: str = ""


@require_GET
def answer(request: HttpRequest) -> HttpResponseBase:
    """The verdict on `valeur`, an identifier of the scheme `schema`; for pages of the administration."""
    code, typed = request.GET.get("schema", ""), request.GET.get("valeur", "").strip()
    if code not in Scheme.values or not typed or len(typed) > LONGEST:
        return HttpResponseBadRequest("Identifiant à contrôler : schema et valeur.", content_type="text/plain")
    return JsonResponse(asdict(verdict(Scheme(code), typed)))


def verdict(scheme: Scheme, typed: str) -> Verdict:
    """What to say of an identifier as it was typed."""
    try:
        found = identifiers.parse(scheme, typed)
    except ValidationError as error:
        return _refused(scheme, typed, " ".join(error.messages))
    written = "" if typed in (found.value, found.display) else f" Il sera enregistré ainsi : {found.value}."
    if found.is_controlled:
        return Verdict(True, f"{found.subject} {found.display} est valable : sa clé se contrôle.{written}", found.value)
    return Verdict(True, f"{found.subject} {found.display} a la forme attendue.{written}", found.value)


def _refused(scheme: Scheme, typed: str, reason: str) -> Verdict:
    meant = identifiers.correction(scheme, typed)
    if meant is not None:
        return Verdict(False, reason, meant.value)
    others = [str(other.label) for other in identifiers.other_schemes(scheme, typed)]
    return Verdict(False, f"{reason} Il a la forme d’un autre : {get_text_list(others, 'ou')}." if others else reason)


def marks(column: Field) -> dict[str, Any]:
    """What tells the page which scheme a box holds, or in which box beside it the scheme is chosen."""
    by_hand = {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
    if isinstance(column, IdentifierField):
        return {**by_hand, "data-scheme": column.scheme.value}
    if column.model is Identifier and column.name == "value":
        return {**by_hand, "data-scheme-from": "scheme"}
    if column.model is UnitCode and column.name == "number":
        return {**by_hand, "data-scheme": Scheme.UNIT_CODE.value, "data-scheme-before": "type", "maxlength": "20"}
    return {}

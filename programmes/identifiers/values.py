"""Reading, checking and showing identifiers: what a person types in, one spelling and a link out."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from .schemes import ALPHABET_NAMES, RULES, Rule, Scheme, Shape


@dataclass(frozen=True)
class Identifier:
    """An identifier as it is stored: its scheme and its value in the one spelling of `normalise`.

    Built directly it is taken at its word, so that an old row can always be shown; `parse` is the checked way in.
    """

    scheme: Scheme
    value: str

    def __str__(self) -> str:
        return self.display

    @property
    def display(self) -> str:
        """The form for reading: digits in groups, hyphens of an ORCID, full address of a ROR; no line breaks inside."""
        rule = RULES[self.scheme]
        pieces, start = [], 0
        for width in rule.groups:
            pieces.append(self.value[start : start + width])
            start += width
        pieces.append(self.value[start:])
        return rule.prefix + rule.joint.join(filter(None, pieces)).replace(" ", " ")

    @property
    def subject(self) -> str:
        """What opens a sentence about it: “Le SIRET”."""
        return str(RULES[self.scheme].subject)

    @property
    def is_controlled(self) -> bool:
        """Whether it holds control characters, so that a slip of the hand is caught."""
        return bool(RULES[self.scheme].controls)

    @property
    def url(self) -> str:
        """The page of the public register; empty when the register has none for each identifier."""
        return RULES[self.scheme].address.format(quote(self.value, safe="/:;()"), display=self.display)


def normalise(scheme: Scheme, text: str) -> str:
    """Give the one spelling of an identifier, without address, label, spaces, hyphens; never raises."""
    rule = RULES[scheme]
    head = re.match(rf"\s*(?:{rule.source})\s*(?:n[°º])?\s*:?\s*", text, flags=re.IGNORECASE)
    if head and head[0].strip():
        text = text[head.end() :]
        text = text if rule.keeps_path else re.split(r"[/?#&]", text, maxsplit=1)[0]
    return rule.tidy(text)


def check(scheme: Scheme, value: str) -> None:
    """Check the shape and the control characters of a normalised identifier.

    Raises ValidationError, in the reader's language, naming the wrong character and what was expected.
    """
    rule = RULES[scheme]
    if not value:
        raise ValidationError(_("%(subject)s est vide."), "empty", {"subject": rule.subject})
    if rule.shape is None:
        _check_pattern(rule, value)
    else:
        _check_length(rule, rule.shape, value)
        _check_characters(rule, rule.shape, value)
    for control in rule.controls:
        head, found = control.split(value)
        expected = control.expected(head)
        if found not in expected:
            raise _refusal(
                str(control.sentence), "control", rule, value, expected=get_text_list(list(expected), _("ou"))
            )


def parse(scheme: Scheme, text: str) -> Identifier:
    """Read an identifier as people type or paste it. Raises the ValidationError of `check`."""
    value = normalise(scheme, text)
    check(scheme, value)
    return Identifier(scheme, value)


def guess(text: str) -> tuple[Scheme, ...]:
    """Say which schemes a text may be, in the order of the list; bare short numbers fit several."""
    return tuple(scheme for scheme in Scheme if _fits(scheme, text))


@deconstructible(path="programmes.identifiers.IdentifierValidator")
class IdentifierValidator:
    """Refuses a column's value that is not an identifier of the scheme in its one spelling."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = Scheme(scheme)  # migrations write the bare code

    def __call__(self, value: str) -> None:
        identifier = parse(self.scheme, value)
        if identifier.value != value:
            message = _("%(subject)s s’écrit %(value)s.")
            raise _refusal(message, "spelling", RULES[self.scheme], identifier.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, IdentifierValidator) and other.scheme == self.scheme

    def __hash__(self) -> int:
        return hash(self.scheme)


def _fits(scheme: Scheme, text: str) -> bool:
    try:
        parse(scheme, text)
    except ValidationError:
        return False
    return True


def _refusal(message: str, code: str, rule: Rule, value: str, **details: object) -> ValidationError:
    return ValidationError(message, code, {"subject": rule.subject, "value": value, **details})


def _check_pattern(rule: Rule, value: str) -> None:
    if not re.fullmatch(rule.pattern, value, flags=re.ASCII):
        message = _("%(subject)s %(value)s n’a pas la forme attendue, par exemple %(example)s.")
        raise _refusal(message, "shape", rule, value, example=rule.example)


def _check_length(rule: Rule, shape: Shape, value: str) -> None:
    longest = len(shape.alphabets)
    shortest = shape.shortest or longest
    if shortest <= len(value) <= longest:
        return
    if len(value) < shortest:
        message = _("%(subject)s %(value)s est trop court : %(found)s caractères, il en faut %(expected)s.")
    else:
        message = _("%(subject)s %(value)s est trop long : %(found)s caractères, il en faut %(expected)s.")
    expected = str(longest) if shortest == longest else _("de %s à %s") % (shortest, longest)
    raise _refusal(message, "length", rule, value, found=len(value), expected=expected)


def _check_characters(rule: Rule, shape: Shape, value: str) -> None:
    for position, (character, alphabet) in enumerate(zip(value, shape.alphabets, strict=False), start=1):
        if character not in alphabet:
            message = _(
                "%(subject)s %(value)s ne convient pas : le caractère %(position)s, « %(found)s », "
                "devrait être %(expected)s."
            )
            expected = str(ALPHABET_NAMES.get(alphabet, alphabet))
            raise _refusal(message, "character", rule, value, position=position, found=character, expected=expected)
    if not value.startswith(shape.starts or ""):
        message = _("%(subject)s %(value)s ne convient pas : il devrait commencer par %(expected)s.")
        raise _refusal(message, "start", rule, value, expected=get_text_list(list(shape.starts), _("ou")))


validate_rnsr = IdentifierValidator(Scheme.RNSR)
validate_unit_code = IdentifierValidator(Scheme.UNIT_CODE)
validate_siren = IdentifierValidator(Scheme.SIREN)
validate_siret = IdentifierValidator(Scheme.SIRET)
validate_uai = IdentifierValidator(Scheme.UAI)
validate_rna = IdentifierValidator(Scheme.RNA)
validate_doctoral_school = IdentifierValidator(Scheme.ED)
validate_ror = IdentifierValidator(Scheme.ROR)
validate_idref = IdentifierValidator(Scheme.IDREF)
validate_isni = IdentifierValidator(Scheme.ISNI)
validate_orcid = IdentifierValidator(Scheme.ORCID)
validate_wikidata = IdentifierValidator(Scheme.WIKIDATA)
validate_fundref = IdentifierValidator(Scheme.FUNDREF)
validate_cordis = IdentifierValidator(Scheme.CORDIS)
validate_hal_structure = IdentifierValidator(Scheme.HAL_STRUCTURE)
validate_hal_document = IdentifierValidator(Scheme.HAL_DOCUMENT)
validate_doi = IdentifierValidator(Scheme.DOI)
validate_nnt = IdentifierValidator(Scheme.NNT)
validate_subject = IdentifierValidator(Scheme.SUBJECT)

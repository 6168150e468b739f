"""Files of organisations, laboratories and people."""

from collections.abc import Iterator
from typing import Any

from ..identifiers import Scheme
from ..models import Laboratory, LaboratorySupervision, Organisation, Person
from .base import RecordResource
from .columns import Column, column_of
from .companions import Companion
from .lists import IdentifierList, LinkList, UnitCodeList
from .naming import LaboratoryLink, organisation_link


class OrganisationResource(RecordResource):
    """Organisations with their identifiers."""

    kind = "organismes"
    title = "Organismes"

    class Meta(RecordResource.Meta):
        model = Organisation

    def make_columns(self) -> Iterator[Column]:
        """What describes a body."""
        yield column_of(Organisation, "reference", "code", example="univ-exemple")
        yield column_of(Organisation, "kind", "type", example="université")
        yield column_of(Organisation, "name", "intitulé", "dénomination", "libellé", example="Université d’exemple")
        yield column_of(Organisation, "name_en")
        yield column_of(Organisation, "acronym", "acronyme", example="UEX")
        yield column_of(Organisation, "usage_name")
        yield column_of(Organisation, "parent", "rattachement", widget=organisation_link())
        yield column_of(Organisation, "city", "commune", example="Caen")
        yield column_of(Organisation, "country")
        yield column_of(Organisation, "website", "site web", "site internet", example="https://exemple.invalid/")
        yield column_of(Organisation, "source")

    def make_companions(self) -> Iterator[Companion]:
        """Its numbers in the registers."""
        for scheme, heading in (
            (Scheme.SIRET, "SIRET"), (Scheme.UAI, "UAI"), (Scheme.ROR, "ROR"), (Scheme.ISNI, "ISNI"),
            (Scheme.IDREF, "IdRef"),
        ):  # fmt: skip
            yield IdentifierList("organisation", scheme, heading, f"n° {heading}", f"numéro {heading}")


class LaboratoryResource(RecordResource):
    """Laboratories with RNSR number, unit code and supervising bodies."""

    kind = "laboratoires"
    title = "Laboratoires"

    class Meta(RecordResource.Meta):
        model = Laboratory

    def make_columns(self) -> Iterator[Column]:
        """What describes a unit."""
        yield column_of(Laboratory, "reference", "code", example="labo-exemple")
        yield column_of(Laboratory, "acronym", "acronyme", example="LABEX")
        yield column_of(Laboratory, "name", "intitulé", "libellé", example="Laboratoire d’exemple")
        yield column_of(Laboratory, "name_en")
        yield column_of(Laboratory, "summary")
        yield column_of(Laboratory, "summary_en")
        yield column_of(Laboratory, "city", "commune", example="Rouen")
        yield column_of(Laboratory, "other_cities")
        yield column_of(Laboratory, "latitude")
        yield column_of(Laboratory, "longitude")
        yield column_of(Laboratory, "is_elsewhere", "hors région")
        yield column_of(Laboratory, "website", "site web", "site internet")
        yield column_of(Laboratory, "contact_email", "contact", "courriel de contact")
        yield column_of(Laboratory, "main_institute", "institut CNRS", "institut", widget=organisation_link())
        yield column_of(Laboratory, "second_institute", widget=organisation_link())
        yield column_of(Laboratory, "predecessor", widget=LaboratoryLink())
        yield column_of(Laboratory, "opened_on", "date de création", example="01/01/2022")
        yield column_of(Laboratory, "closed_on", "date de fermeture")
        yield column_of(Laboratory, "source")

    def make_companions(self) -> Iterator[Companion]:
        """Its numbers, its code, the bodies above it."""
        yield IdentifierList("laboratory", Scheme.RNSR, "RNSR", "n° RNSR", "numéro national de structure")
        yield UnitCodeList()
        yield LinkList(
            LaboratorySupervision, "laboratory", "organisation", "Tutelles", organisation_link(), "tutelle",
            "supervising bodies", example="CNRS",
        )  # fmt: skip

    def complete(self, instance: Any) -> None:
        """Its address is its reference, until somebody finds better."""
        instance.slug = instance.reference


class PersonResource(RecordResource):
    """People; no birth date, nationality nor address."""

    kind = "personnes"
    title = "Personnes"

    class Meta(RecordResource.Meta):
        model = Person

    def make_columns(self) -> Iterator[Column]:
        """Who somebody is, and where."""
        yield column_of(Person, "reference", "code", example="exemple-camille")
        yield column_of(Person, "family_name", "nom de famille", example="Exemple")
        yield column_of(Person, "given_name", "prénoms", example="Camille")
        yield column_of(Person, "laboratory", "unité", widget=LaboratoryLink(), example="LABEX")
        yield column_of(Person, "organisation", "employeur", widget=organisation_link())
        yield column_of(Person, "informed_on", "date d’information")
        yield column_of(Person, "source")

    def make_companions(self) -> Iterator[Companion]:
        """Numbers of researchers."""
        yield IdentifierList("person", Scheme.ORCID, "ORCID")
        yield IdentifierList("person", Scheme.IDREF, "IdRef", "PPN")

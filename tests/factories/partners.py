"""Organisations, laboratories and people."""

import factory
from factory.django import DjangoModelFactory

from programmes.enums import OrganisationKind, UnitType
from programmes.identifiers import Scheme
from programmes.models import Identifier, Laboratory, Organisation, Person, UnitCode

from .records import RecordFactory


class OrganisationFactory(DjangoModelFactory):
    """A body; of which kind hardly ever matters."""

    class Meta:
        model = Organisation

    reference = factory.Sequence(lambda n: f"organisme-{n}")
    kind = OrganisationKind.UNIVERSITY
    name = factory.Sequence(lambda n: f"Organisme {n}")
    name_en = factory.Sequence(lambda n: f"Body {n}")


class LaboratoryFactory(RecordFactory):
    """A research unit."""

    class Meta:
        model = Laboratory

    reference = factory.Sequence(lambda n: f"laboratoire-{n}")
    slug = factory.SelfAttribute("reference")
    name = factory.Sequence(lambda n: f"Laboratoire inventé {n}")
    name_en = factory.Sequence(lambda n: f"Invented laboratory {n}")
    acronym = factory.Sequence(lambda n: f"LAB{n}")
    city = "Caen"


class UnitCodeFactory(DjangoModelFactory):
    """The code of a laboratory, always valid unless dated."""

    class Meta:
        model = UnitCode

    laboratory = factory.SubFactory(LaboratoryFactory)
    type = UnitType.UMR
    number = factory.Sequence(lambda n: str(90000 + n))


class PersonFactory(DjangoModelFactory):
    """Somebody."""

    class Meta:
        model = Person

    reference = factory.Sequence(lambda n: f"personne-{n}")
    family_name = factory.Sequence(lambda n: f"Nom{n}")
    given_name = "Camille"


class IdentifierFactory(DjangoModelFactory):
    """A number of a register, of an organisation."""

    class Meta:
        model = Identifier

    organisation = factory.SubFactory(OrganisationFactory)
    scheme = Scheme.ISNI
    value = factory.Sequence(lambda n: f"{n:016d}")

"""What visitors write, and what the site declares of its accessibility."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory

from programmes.models import AccessibilityDeclaration, ContactMessage, ErrorReport


class ErrorReportFactory(DjangoModelFactory):
    """An error on a page that has no record."""

    class Meta:
        model = ErrorReport

    address = "/fr/"
    message = "Une date est fausse."
    email = "lectrice@exemple.invalid"


class ContactMessageFactory(DjangoModelFactory):
    """A message of a visitor."""

    class Meta:
        model = ContactMessage

    subject = "question"
    message = "D’où vient ce chiffre ?"
    email = "lecteur@exemple.invalid"


class DeclarationFactory(DjangoModelFactory):
    """A declaration before any audit, each a day after the one before."""

    class Meta:
        model = AccessibilityDeclaration

    established_on = factory.Sequence(lambda n: date(2020, 1, 1) + timedelta(days=n))

"""Protocols with their parties, commitments and themes."""

from datetime import date
from typing import Any

import factory
from factory.django import DjangoModelFactory

from programmes.models import Commitment, Party, Protocol, Signature, Theme

from .partners import OrganisationFactory, PersonFactory
from .records import RecordFactory


class ProtocolFactory(RecordFactory):
    """A protocol of four years; two parties unless told otherwise: `parties=0`, `parties=3`."""

    class Meta:
        model = Protocol

    reference = factory.Sequence(lambda n: f"protocole-{n}")
    title = factory.Sequence(lambda n: f"Protocole de coopération inventé {n}")
    title_en = factory.Sequence(lambda n: f"Invented cooperation protocol {n}")
    short_title = factory.Sequence(lambda n: f"Protocole {n}")
    short_title_en = factory.Sequence(lambda n: f"Protocol {n}")
    signed_on = date(2021, 9, 21)
    starts_on = date(2021, 9, 21)
    ends_on = date(2025, 9, 20)

    @factory.post_generation
    def parties(self: Any, create: bool, number: int | None, **_options: Any) -> None:
        """Bind as many organisations as asked."""
        if create:
            PartyFactory.create_batch(2 if number is None else number, protocol=self)


class PartyFactory(DjangoModelFactory):
    """An organisation bound by a protocol, ranked after those already there."""

    class Meta:
        model = Party

    protocol = factory.SubFactory(ProtocolFactory, parties=0)
    organisation = factory.SubFactory(OrganisationFactory)
    rank = factory.LazyAttribute(lambda party: Party.objects.filter(protocol=party.protocol).count() + 1)


class SignatureFactory(DjangoModelFactory):
    """Who signed for a party."""

    class Meta:
        model = Signature

    party = factory.SubFactory(PartyFactory)
    person = factory.SubFactory(PersonFactory)
    function = "Président"
    signed_on = date(2021, 9, 21)


class CommitmentFactory(RecordFactory):
    """A promise, numbered after those of its protocol."""

    class Meta:
        model = Commitment

    protocol = factory.SubFactory(ProtocolFactory)
    reference = factory.Sequence(lambda n: f"engagement-{n}")
    number = factory.LazyAttribute(lambda row: Commitment.objects.filter(protocol=row.protocol).count() + 1)
    wording = factory.Sequence(lambda n: f"Les parties s’engagent à tenir la promesse {n}.")
    label = factory.Sequence(lambda n: f"Promesse {n}")
    label_en = factory.Sequence(lambda n: f"Promise {n}")


class ThemeFactory(RecordFactory):
    """A priority theme, numbered after those of its protocol."""

    class Meta:
        model = Theme

    protocol = factory.SubFactory(ProtocolFactory)
    reference = factory.Sequence(lambda n: f"theme-{n}")
    slug = factory.SelfAttribute("reference")
    number = factory.LazyAttribute(lambda row: Theme.objects.filter(protocol=row.protocol).count() + 1)
    label = factory.Sequence(lambda n: f"Thème inventé {n}")
    label_en = factory.Sequence(lambda n: f"Invented theme {n}")
    colour = factory.LazyAttribute(lambda row: (row.number - 1) % 8 + 1)

"""What factories of records with a public page share."""

from factory.django import DjangoModelFactory


class RecordFactory(DjangoModelFactory):
    """A record: a draft by default."""

    class Meta:
        abstract = True

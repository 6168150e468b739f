"""What factories of records with a public page share."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from programmes import workflow
from programmes.models import User


class RecordFactory(DjangoModelFactory):
    """A record: a draft by default; `published=True` publishes it the way a load does."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @factory.post_generation
    def published(self: Any, create: bool, wanted: bool, **_options: Any) -> None:
        """Take the step that loads take."""
        if create and wanted:
            workflow.publish_loaded(self, by=User.objects.calendar())

"""Pages answered without being drawn: who may ask is decided before, and drawing takes most of the time."""

from collections.abc import Iterator

from django.template import Origin
from django.template.loaders.base import Loader


class BlankLoader(Loader):
    """Every page is blank."""

    def get_template_sources(self, template_name: str) -> Iterator[Origin]:
        """One source for each name."""
        yield Origin(name=template_name, template_name=template_name, loader=self)

    def get_contents(self, origin: Origin) -> str:
        """Nothing."""
        return ""

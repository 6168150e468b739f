"""Pages of forms kept light: what is the same for each box is told once, blank lines of templates are not sent."""

import re
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.template.response import TemplateResponse

# Told once for the page, in admin-related.js.
_SAME = ("data-ajax--cache", "data-ajax--delay", "data-ajax--type", "data-ajax--url", "data-theme", "data-placeholder")
_AS_IT_IS = re.compile(r"(<(textarea|pre|script)\b.*?</\2>)", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")


class LeanAutocomplete(AutocompleteSelect):
    """A searched link without what is the same for all of them."""

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """The attributes that tell this link from the others."""
        attributes = super().build_attrs(base_attrs, extra_attrs)
        return {name: value for name, value in attributes.items() if name not in _SAME}


def squeeze(response: TemplateResponse) -> None:
    """Send one line break where templates leave several with their indents; texts in boxes stay as they are."""
    pieces = _AS_IT_IS.split(response.content.decode())
    # Each match gives three pieces: what stands before it, the whole element, its name.
    kept = [piece if rank % 3 == 1 else _BLANK.sub("\n", piece) for rank, piece in enumerate(pieces) if rank % 3 != 2]
    response.content = "".join(kept).encode()

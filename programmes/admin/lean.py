"""Pages of forms kept light: what is the same for each box is told once, blank lines of templates are not sent."""

import re
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model
from django.forms import Field
from django.http import HttpRequest
from django.template.response import TemplateResponse

# Told once for the page, in admin-related.js.
_SAME = ("data-ajax--cache", "data-ajax--delay", "data-ajax--type", "data-ajax--url", "data-theme", "data-placeholder")
# Django’s drawings for a switch that our pages do not have, and its comments.
_UNUSED = re.compile(r'<svg xmlns="[^"]*" class="base-svgs">.*?</svg>|<!--.*?-->', re.DOTALL)
_AS_IT_IS = re.compile(r"(<(textarea|pre|script)\b.*?</\2>)", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")


class LeanAutocomplete(AutocompleteSelect):
    """A searched link without what is the same for all of them."""

    known: Model | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> list[Any]:
        """The record linked to, without asking for it when it came with the row."""
        if self.known is None or [str(item) for item in value] != [str(self.known.pk)]:
            groups: list[Any] = super().optgroups(name, value, attr)
            return groups
        options = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        words = self.choices.field.label_from_instance(self.known)
        options.append(self.create_option(name, self.known.pk, words, True, len(options)))
        return [(None, options, 0)]

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """The attributes that tell this link from the others."""
        attributes = super().build_attrs(base_attrs, extra_attrs)
        return {name: value for name, value in attributes.items() if name not in _SAME}


def remember(field: Field, column: str, row: Model) -> None:
    """Keep beside a searched link the record that came with the row. One merged into another is not kept."""
    widget: Any = getattr(field.widget, "widget", field.widget)
    if isinstance(widget, LeanAutocomplete) and widget.field.is_cached(row):
        record = getattr(row, column)
        widget.known = None if getattr(record, "merged_into_id", None) else record


def linked(page: Any, request: HttpRequest) -> list[str]:
    """The searched links of a table, with what the names of their records need: paths for one question."""
    found: list[str] = []
    for name in page.get_autocomplete_fields(request):
        related = page._related_admin(page.opts.get_field(name)).related
        found += [name, *(f"{name}__{path}" for path in related)]
    return found


def squeeze(response: TemplateResponse) -> None:
    """Send one line break where templates leave several with their indents; texts in boxes stay as they are."""
    pieces = _AS_IT_IS.split(_UNUSED.sub("", response.content.decode()))
    # Each match gives three pieces: what stands before it, the whole element, its name.
    kept = [piece if rank % 3 == 1 else _BLANK.sub("\n", piece) for rank, piece in enumerate(pieces) if rank % 3 != 2]
    response.content = "".join(kept).encode()

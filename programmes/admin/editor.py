"""The box in which a text with light formatting is typed: a plain one without scripts, an editor with them."""

from typing import Any

from django import forms
from django.db.models import Model
from django.forms import Script
from django.utils.safestring import mark_safe

from ..fields import KEPT_TAGS, RichTextField, clean_html


class RichTextArea(forms.Textarea):
    """A text with light formatting. The page's editor is told which tags are kept; no script or style is inline."""

    class Media:
        js = (Script("programmes/admin-editor.js", type="module"),)

    def __init__(self, attrs: dict[str, Any] | None = None, *, language: str = "fr") -> None:
        kept = {"rows": 6, "cols": 60, "class": "vLargeTextField", "data-rich-text": " ".join(sorted(KEPT_TAGS))}
        super().__init__({**kept, "lang": language, **(attrs or {})})


def as_read(row: Model) -> None:
    """For a page that is only read: texts show their formatting, not its tags. Cleaned again: only safe tags stay."""
    for field in row._meta.fields:
        if isinstance(field, RichTextField) and (text := getattr(row, field.attname)):
            setattr(row, field.attname, mark_safe(clean_html(text)))  # noqa: S308 – only the kept tags are left

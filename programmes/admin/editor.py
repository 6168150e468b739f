"""The box in which a text with light formatting is typed: a plain one without scripts, an editor with them."""

from typing import Any

from django import forms
from django.forms import Script

from ..fields import KEPT_TAGS


class RichTextArea(forms.Textarea):
    """A text with light formatting. The page's editor is told which tags are kept; no script or style is inline."""

    class Media:
        js = (Script("programmes/admin-editor.js", type="module"),)

    def __init__(self, attrs: dict[str, Any] | None = None, *, language: str = "fr") -> None:
        kept = {"rows": 6, "cols": 60, "class": "vLargeTextField", "data-rich-text": " ".join(sorted(KEPT_TAGS))}
        super().__init__({**kept, "lang": language, **(attrs or {})})

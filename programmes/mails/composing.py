"""Composing: from templates to a subject, a text and its layout, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils.translation import override


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a mail says; the two texts say the same."""

    subject: str
    text: str
    html: str


def absolute(path: str) -> str:
    """The whole address of one of our pages, for somebody who reads it elsewhere."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"


def compose(template: str, language: str, context: Mapping[str, Any]) -> Content:
    """Render both templates of a mail. Raises TemplateDoesNotExist when one of them is missing."""
    with override(language):
        values = {"site_name": settings.SITE_NAME, "language": language, **context}
        plain: Any = get_template(f"mails/{template}.txt")
        subject, _line, text = plain.template.render(Context(values, autoescape=False)).strip().partition("\n")
        subject = subject.strip()
        html = get_template(f"mails/{template}.html").render({**values, "subject": subject})
    return Content(subject=subject, text=f"{text.strip()}\n", html=html)

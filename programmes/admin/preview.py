"""The preview of a record that is not public: its very page, as a visitor would see it."""

from copy import copy
from typing import Any, ClassVar

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, resolve, reverse
from django.utils.translation import override

from ..enums import Language
from ..models.base import Record
from ..models.viewers import Preview
from .addresses import change_page


class PreviewAdmin:
    """Mixed into the pages of records that have a public page."""

    model: Any
    opts: Any
    admin_site: Any
    public_page: ClassVar[str] = ""

    @property
    def has_preview(self) -> bool:
        """Whether records of this kind have a page on the site."""
        return bool(self.public_page) and issubclass(self.model, Record)

    def get_urls(self) -> list[URLPattern]:
        """The preview stands before the pages of records."""
        urls: list[URLPattern] = super().get_urls()  # type: ignore[misc]
        if not self.has_preview:
            return urls
        view = self.admin_site.admin_view(self.preview_page)
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        return [path("<path:object_id>/apercu/", view, name=name), *urls]

    def preview_address(self, record: Any) -> str:
        """Where the record is previewed; empty when it is public already, or never will be."""
        if record is None or not self.has_preview or self.is_public(record):  # type: ignore[attr-defined]
            return ""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_preview", args=(record.pk,))

    def preview_page(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The public view answers a visitor who also sees this record; nobody else is shown the answer."""
        record = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        language = request.GET.get("langue", Language.FRENCH.value)
        if record is None or language not in Language.values:
            raise Http404
        if not self.has_view_permission(request, record):  # type: ignore[attr-defined]
            raise PermissionDenied
        try:
            answer = self._public_answer(request, record, language)
        except Http404:
            answer = self._no_page(request, record)
        answer.headers["X-Robots-Tag"] = "noindex"
        return answer

    def _public_answer(self, request: HttpRequest, record: Any, language: str) -> HttpResponse:
        """What the public view answers. Raises Http404 when the record has no page, published or not."""
        with override(language):
            address = reverse(self.public_page, kwargs=self.public_arguments(record))  # type: ignore[attr-defined]
            match = resolve(address)
            visitor: Any = copy(request)
            visitor.user = Preview(record, back=change_page(record))
            visitor.path = visitor.path_info = address
            visitor.GET, visitor.LANGUAGE_CODE, visitor.resolver_match = QueryDict(), language, match
            answer: Any = match.func(visitor, *match.args, **match.kwargs)
            if hasattr(answer, "render"):
                answer.render()
        answer.headers["Content-Language"] = language
        return answer

    def _no_page(self, request: HttpRequest, record: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": "Pas de page publique",
            "record": record,
            "opts": self.opts,
            "back": change_page(record),
        }
        return TemplateResponse(request, "admin/no_preview.html", context)

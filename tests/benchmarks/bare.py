"""What the measured server answers beside the site: one word, and on request how often a page asks the database."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from normandie_cnrs.urls import *  # noqa: F403 - with the pages for errors, which Django looks up by their names
from normandie_cnrs.urls import urlpatterns as addresses
from programmes.middleware.keeping import Asked, Kept, PagesKept

COUNTED, ANEW = "X-Requetes", "X-Neuve"


def bare(_request: HttpRequest) -> HttpResponse:
    """One word."""
    return HttpResponse("hello")


urlpatterns = [path("nue/", bare), *addresses]


class KeptUnlessAsked(PagesKept):
    """Makes a page anew for whom asks so; it is pressed and kept all the same."""

    def kept(self, request: HttpRequest, asked: Asked) -> Kept | None:
        """Nothing, on request."""
        return None if ANEW in request.headers else super().kept(request, asked)


class Counting:
    """Tells the queries of a page to whom asks for their number; others pay nothing for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if COUNTED not in request.headers:
            return self.get_response(request)
        asked: list[str] = []

        def note(execute: Callable[..., Any], sql: str, *more: Any) -> Any:
            asked.append(sql)
            return execute(sql, *more)

        with connection.execute_wrapper(note):
            response = self.get_response(request)
        response.headers[COUNTED] = str(len(asked))
        return response

"""Templates are read once a language, with their own words in them."""

from typing import Any

import pytest
from django.template import engines
from django.template.base import TextNode
from django.urls import NoReverseMatch
from django.utils.translation import override


def test_a_template_is_read_once_in_each_language() -> None:
    engine: Any = engines["django"]

    with override("fr"):
        french, again = (engine.get_template("parts/footer.html") for _time in range(2))
    with override("en"):
        english = engine.get_template("parts/footer.html")

    assert french.template is again.template
    assert ("Données ouvertes" in french.render(), "Open data" in english.render()) == (True, True)


def test_words_that_never_vary_need_no_looking_up() -> None:
    engine: Any = engines["django"]
    engine.get_template("parts/footer.html")

    with override("en"):
        template = engine.from_string(
            '{% load i18n %}{% translate "Thèses" %}{% translate word %}{% translate "Thèses" as kept %}{{ kept }}'
        )

        shown = template.render({"word": "Actions"})

    found = [isinstance(node, TextNode) for node in template.template.nodelist[1:]]
    assert (found, shown) == ([True, False, False, False], "ThesesProjectsTheses")


def test_words_said_in_another_language_are_found_in_that_one() -> None:
    text = '{% load i18n %}{% translate "Thèses" %}{% language "en" %}{% translate "Thèses" %}{% endlanguage %}'

    with override("fr"):
        shown = engines["django"].from_string(text + '{% translate "Thèses" %}').render()

    assert shown == "ThèsesThesesThèses"


def test_an_address_is_that_of_the_language_in_which_it_is_shown() -> None:
    tags = '{% url "programmes:theme" slug %} {% url "programmes:themes" as kept %}{{ kept }} {% url "admin:index" %}'
    engine = engines["django"]
    engine.get_template("parts/footer.html")
    template = engine.from_string(tags)

    shown = []
    with override("fr"):
        shown.append(template.render({"slug": "chimie"}))
    with override("en"):
        shown.append(template.render({"slug": "chimie"}))

    assert shown == ["/fr/themes/chimie/ /fr/themes/ /admin/", "/en/themes/chimie/ /en/themes/ /admin/"]


def test_an_address_that_leads_nowhere_is_refused() -> None:
    engine = engines["django"]
    engine.get_template("parts/footer.html")

    with pytest.raises(NoReverseMatch):
        engine.from_string('{% url "programmes:theme" %}').render()

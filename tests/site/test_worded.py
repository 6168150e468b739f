"""Templates are read once a language, with their own words in them."""

from typing import Any

from django.template import engines
from django.template.base import TextNode
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

"""The layers of the design: a module imports from lower lines, or from its left on its own line, and no app upwards."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("programmes", "projects", "doctorates")
MAY_IMPORT = {
    "programmes": {"programmes"},
    "projects": {"projects", "programmes"},
    "doctorates": {"doctorates", "projects", "programmes"},
}
LINES = (
    (
        "enums",
        "roles",
        "identifiers",
        "wording",
        "french",
        "channels",
        "bell",
        "claims",
        "tokens",
        "cells",
        "constraints",
        "refusals",
        "masking",
        "schema",
        "fields",
        "questions",
        "references",
        "charts",
        "citations",
        "linked",
        "templatetags",
    ),
    ("models",),
    ("mails", "workflow"),
    ("sections",),
    (
        "reports",
        "filters",
        "spreadsheets",
        "resources",
        "exports",
        "loading",
        "respondents",
        "demonstration",
        "reminders",
        "merge",
        "succession",
        "erasure",
    ),
    ("tasks",),
    ("forms", "backends", "admin", "views", "feeds", "middleware", "management"),
    ("urls", "checks", "apps"),
)
PLACE = {name: (line, rank) for line, names in enumerate(LINES) for rank, name in enumerate(names)}
SOURCES = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts)


def parts_of(path: Path) -> tuple[str, ...]:
    """The dotted name of a file."""
    relative = path.relative_to(ROOT).with_suffix("")
    return relative.parts[:-1] if relative.name == "__init__" else relative.parts


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """The dotted names of ours that a file imports, relative ones resolved."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = (*base, *(node.module.split(".") if node.module else ()))
            yield from ((*module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)


def height(name: tuple[str, ...]) -> tuple[int, int]:
    """Where a module stands in its app: its line and its rank on the line."""
    return PLACE.get(name[1], (-1, -1)) if len(name) > 1 else (-1, -1)


def is_allowed(here: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether the design lets one module import the other."""
    if name[0] not in (*APPS, "normandie_cnrs"):
        return True
    return name[0] in MAY_IMPORT[here[0]] and height(name) <= height(here)


def upward(path: Path) -> list[str]:
    """The imports of a file that the design does not allow."""
    here = parts_of(path)
    return [f"{'.'.join(here)} → {'.'.join(name)}" for name in imported(path) if not is_allowed(here, name)]


def test_imports_only_go_down() -> None:
    assert [fault for path in SOURCES for fault in upward(path)] == []


def test_every_module_has_its_line() -> None:
    named = {parts_of(path)[1] for path in SOURCES if len(parts_of(path)) > 1}

    assert named - PLACE.keys() == set()


def test_no_module_outgrows_a_reader() -> None:
    assert [str(path) for path in SOURCES if path.read_text().count("\n") > 300] == []


def test_no_function_outgrows_a_reader() -> None:
    functions = [
        (path, node)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
    ]

    assert [f"{path}:{node.name}" for path, node in functions if (node.end_lineno or 0) - node.lineno >= 30] == []


def test_every_module_says_what_it_holds() -> None:
    silent = [
        path for path in SOURCES if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []

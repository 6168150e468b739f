"""French sentences in the code have the spaces of French printers, so that no sign begins a line by itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PLAIN = re.compile(r"« | »|(?<!\s) [:;?!](?=\s|$)|(?:(?<=[\d}])|(?<=%s)) [%€](?=\W|$)")
OPERATOR = "similarity("  # in such a question of the database, % compares
WITH_DOCSTRING = (ast.Module, ast.ClassDef, ast.FunctionDef)


def texts(tree: ast.AST) -> Iterator[str]:
    """The texts of a module, without what explains the code."""
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, WITH_DOCSTRING) and node.body]
    told = {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def ill_spaced(module: Path) -> list[str]:
    """The texts of a module in which a sign may part from its word."""
    return [text for text in texts(ast.parse(module.read_text())) if PLAIN.search(text) and OPERATOR not in text]


@pytest.mark.parametrize("app", ["programmes", "projects", "doctorates"])
def test_a_sentence_keeps_its_signs_with_its_words(app: str) -> None:
    modules = [path for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]

    assert {str(module): texts for module in modules if (texts := ill_spaced(module))} == {}


TAG = re.compile(r"\{%.*?%\}|<(style|script)\b.*?</\1>", re.DOTALL)
TRANSLATED = re.compile(r"""translate\s+(?:"([^"]*)"|'([^']*)')""")


def told(template: Path) -> str:
    """The words of a template: what stands between its tags, then what these have translated."""
    source = template.read_text()
    return "\n".join([TAG.sub("\N{MIDDLE DOT}", source), *("".join(words) for words in TRANSLATED.findall(source))])


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_a_template_keeps_its_signs_with_its_words(suffix: str) -> None:
    templates = (ROOT / "templates").rglob(f"*.{suffix}")

    assert {str(one.relative_to(ROOT)): signs for one in templates if (signs := PLAIN.findall(told(one)))} == {}

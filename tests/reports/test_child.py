"""Rendering in a child process: progress is heard, a death becomes a French sentence."""

import signal
from pathlib import Path

import pytest

from programmes.reports.child import RenderingError, render_in_child
from programmes.reports.deaths import sentence
from programmes.sections.blocks import as_plain
from tests.reports import sample


class HungUpError(Exception):
    """The one who listens has gone."""


def test_the_worker_hears_how_far_the_work_is(tmp_path: Path) -> None:
    heard: list[tuple[int, str]] = []

    render_in_child(as_plain(sample.empty()), tmp_path / "new" / "report.pdf", lambda *step: heard.append(step))

    percents = [percent for percent, _ in heard]
    assert percents == sorted(percents)
    assert percents[-1] == 100
    assert (90, "Écriture du fichier") in heard


def test_a_rendering_that_takes_too_long_is_stopped_and_says_so(tmp_path: Path) -> None:
    with pytest.raises(RenderingError, match="interrompue"):
        render_in_child(sample.empty(), tmp_path / "report.pdf", time_limit=0.2)

    assert not (tmp_path / "report.pdf").exists()


def test_content_of_another_time_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RenderingError, match="a échoué\u00a0: KeyError"):
        render_in_child({"type": "Parchment"}, tmp_path / "report.pdf")


def test_when_nobody_listens_any_more_the_work_stops(tmp_path: Path) -> None:
    def hang_up(percent: int, words: str) -> None:
        raise HungUpError

    with pytest.raises(HungUpError):
        render_in_child(sample.empty(), tmp_path / "report.pdf", hang_up)


@pytest.mark.parametrize(
    ("status", "errors", "words"),
    [
        (1, "Traceback…\nMemoryError\n", "dépasse la mémoire permise"),
        (-signal.SIGXCPU, "", "dépasse le temps de calcul permis"),
        (-signal.SIGKILL, "", "interrompue (signal 9)"),
        (1, "Traceback…\nprogrammes.x.PieceFailedError: Le chapitre X a échoué\n", "Le chapitre X a échoué"),
        (1, "", "a échoué\u00a0: aucune explication"),
        (1, "Traceback…\nValueError: non\n", "a échoué\u00a0: ValueError: non"),
    ],
)
def test_each_death_has_its_sentence(status: int, errors: str, words: str) -> None:
    assert words in sentence(status, errors)

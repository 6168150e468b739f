"""./test itself: chosen tests alone, or every step, and a failure that cannot be overlooked."""

import sys

import pytest

from normandie_cnrs.local import check

from .runs import command

PASSES = [sys.executable, "-c", ""]
FAILS = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A suite of three steps that pass."""
    monkeypatch.setattr(check, "GATES_BEFORE", {"mise en forme": PASSES})
    monkeypatch.setattr(check, "TYPES", PASSES)
    monkeypatch.setattr(check, "TESTS", {"tests": PASSES})
    monkeypatch.setattr(check, "GATES_AFTER", {})
    return monkeypatch


def test_the_suite_passes_when_every_step_does(steps: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    assert check.main([]) == 0

    assert capfd.readouterr().out.splitlines()[-1] == "Tout est bon."


@pytest.mark.parametrize(
    ("step", "command", "words"),
    [("GATES_BEFORE", {"mise en forme": FAILS}, "mise en forme"), ("TYPES", FAILS, "types")],
)
def test_one_step_that_fails_fails_the_suite(
    step: str, command: object, words: str, steps: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    steps.setattr(check, step, command)

    assert check.main([]) == 1

    assert capfd.readouterr().out.splitlines()[-1] == f"En échec : {words}"


@pytest.mark.parametrize(("code", "shown"), [(0, ["TOTAL 99%"]), (1, ["views.py 40%", "TOTAL 99%"])])
def test_a_table_of_coverage_is_printed_where_it_lacks_something(
    code: int, shown: list[str], steps: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    table = f"print('views.py 40%'); print('TOTAL 99%'); raise SystemExit({code})"
    steps.setattr(check, "GATES_AFTER", {"branches": [sys.executable, "-c", table]})

    assert check.main([]) == code

    assert [line for line in capfd.readouterr().out.splitlines() if "%" in line] == shown


def test_chosen_tests_run_alone(capfd: pytest.CaptureFixture[str]) -> None:
    assert check.main(["--version"]) == 0

    assert "pytest" in capfd.readouterr().out


def test_tests_without_a_database_say_so_in_a_sentence() -> None:
    done = command("-m", "pytest", "--collect-only", LOCAL_PG_BIN="/nonexistent")

    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "Aucun PostgreSQL 15 ou plus récent ici" in done.stderr

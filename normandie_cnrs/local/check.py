"""python -m normandie_cnrs.local.check: what ./test runs, the whole suite with its gates, or the tests it is given."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

from .data_folder import ROOT

# Whole branches, no exception: what decides who may see, who may act, what is valid, what is printed.
FULLY_COVERED = [
    "programmes/workflow/*",
    "programmes/identifiers/*",
    "programmes/reports/*",
    "programmes/roles.py",
    "programmes/models/base.py",  # visible_to
    "programmes/models/rights.py",
]
PYTHON = [sys.executable]
GATES_BEFORE = {
    "mise en forme": [*PYTHON, "-m", "ruff", "format", "--check", "."],
    "règles d’écriture": [*PYTHON, "-m", "ruff", "check", "."],
}
TYPES = [*PYTHON, "-m", "mypy", "."]
# Every core works; more than four would ask more memory than a small machine has.
SPREAD = ["-n", "logical", "--maxprocesses=4", "--dist=worksteal"]
TESTS = {"tests": [*PYTHON, "-m", "coverage", "run", "-m", "pytest", *SPREAD]}
COVERAGE = [*PYTHON, "-m", "coverage"]
GATES_AFTER = {
    "mesures réunies": [*COVERAGE, "combine", "--quiet"],
    "branches couvertes, ensemble": [*COVERAGE, "report", "--fail-under=95"],
    "branches couvertes, cœur": [*COVERAGE, "report", f"--include={','.join(FULLY_COVERED)}", "--fail-under=100"],
}


def main(arguments: Sequence[str]) -> int:
    """The exit code: pytest's own for chosen tests; for the whole suite 1 as soon as one step fails."""
    environment = os.environ | {"LOCALSTACK": "1", "SECRET_KEY": "only-for-tests"}
    if arguments:
        return subprocess.run([*PYTHON, "-m", "pytest", *arguments], cwd=ROOT, env=environment, check=False).returncode
    failed = _passed_through(GATES_BEFORE, environment)
    # Types are read while the tests wait for their database: one core alone would read them for a minute.
    with subprocess.Popen(TYPES, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as types:
        failed += _passed_through(TESTS, environment)
        failed += _measured(environment)
        print("— types", types.communicate()[0], sep="\n", flush=True)
    failed += ["types"] if types.returncode else []
    print("En échec : " + ", ".join(failed) if failed else "Tout est bon.", flush=True)
    return 1 if failed else 0


def _passed_through(gates: Mapping[str, list[str]], environment: dict[str, str]) -> list[str]:
    """The titles of the gates that failed, each run to its end."""
    failed = []
    for title, command in gates.items():
        print(f"— {title}", flush=True)
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
            failed.append(title)
    return failed


def _measured(environment: dict[str, str]) -> list[str]:
    """The same for what is measured; long tables are printed only where they lack something, so that tests that
    failed stay in sight above them."""
    failed = []
    for title, command in GATES_AFTER.items():
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=subprocess.PIPE, text=True)
        print(f"— {title}", done.stdout if done.returncode else _total(done.stdout), sep="\n", flush=True)
        if done.returncode:
            failed.append(title)
    return failed


def _total(table: str) -> str:
    """The last line of a table of coverage."""
    return next((line for line in table.splitlines() if line.startswith("TOTAL")), "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

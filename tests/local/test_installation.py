"""What ./start and ./test install: system packages the user is told of, wheels that are locked by their content."""

import re
import subprocess
import tomllib

import pytest
from packaging.requirements import Requirement

from normandie_cnrs.local.data_folder import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCKS = {
    "requirements.txt": PROJECT["dependencies"],
    "requirements-test.txt": PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"],
    "normandie_cnrs/local/requirements-uv.txt": ["uv"],
}


def shell(lines: str) -> subprocess.CompletedProcess[str]:
    """Runs lines after those of env.sh, as an ordinary user on a machine without sudo."""
    ordinary_user = 'id() { echo 1000; }; PATH=/nonexistent; PY= ; . "$OLDPWD/normandie_cnrs/local/env.sh"'
    return subprocess.run(
        ["/bin/sh", "-euc", f"cd /; {ordinary_user}; {lines}"], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_who_may_not_install_is_told_what_why_and_the_exact_line() -> None:
    done = shell('install_system_packages "python3-venv chromium "')

    assert done.returncode == 1
    assert done.stderr.splitlines()[1:] == [
        "[environnement]   python3-venv : l’environnement Python de l’application",
        "[environnement]   chromium : les essais dans un navigateur",
        (
            "[environnement] Il faut les droits d’administration, que ce compte n’a pas ; faites exécuter une fois :  "
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3-venv chromium"
        ),
    ]


def test_nothing_is_said_when_nothing_is_missing() -> None:
    done = shell('install_system_packages ""')

    assert (done.returncode, done.stderr) == (0, "")


def test_a_machine_without_python_gets_it_with_the_rest() -> None:
    done = shell("missing_packages")

    assert done.stdout.split() == [
        "python3",
        "python3-venv",
        "libpango-1.0-0",
        "libpangoft2-1.0-0",
        "libharfbuzz-subset0",
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_wheels_by_their_content_and_no_address(lock: str) -> None:
    wheels = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())

    assert [wheel for wheel in wheels if "--hash=sha256:" not in wheel or "://" in wheel] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(lock: str) -> None:
    locked = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / lock).read_text(), re.MULTILINE))
    asked = [Requirement(line) for line in LOCKS[lock]]

    assert [str(one) for one in asked if not one.specifier.contains(locked.get(one.name, "0"))] == []

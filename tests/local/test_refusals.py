"""Starts that cannot begin: one sentence that says what to do, exit code 1, nothing half-made."""

import socket
from pathlib import Path

import pytest

from .runs import start_here


def test_a_port_that_is_taken_is_named_with_the_next_one(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

        done = start_here(data, "--port", str(port))

    assert done.returncode == 1
    assert done.stderr == f"Le port {port} est déjà pris : ./start --port {port + 1}\n"


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"DATABASE_URL": "postgresql://app@127.0.0.1:1/x"}, "La base de données (DATABASE_URL) ne répond pas"),
        ({"DATABASE_URL": "mysql://app@127.0.0.1/x"}, "DATABASE_URL doit commencer par"),
        ({"BROKER_URL": "redis://127.0.0.1:1/0"}, "Le serveur de BROKER_URL ne répond pas"),
        ({"EMAIL_URL": "pigeon://voyageur"}, "EMAIL_URL doit commencer par"),
        ({"LOCAL_PG_BIN": "/nonexistent"}, "Aucun PostgreSQL 15 ou plus récent ici"),
        ({"LOCAL_VALKEY_BIN": "/nonexistent"}, "Aucun Valkey ici"),
    ],
)
def test_what_the_environment_has_wrong_is_named(data: Path, variables: dict[str, str], sentence: str) -> None:
    done = start_here(data, "--port", "18999", **variables)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(sentence), done.stderr
    assert "Traceback" not in done.stderr


def test_a_data_folder_that_cannot_be_made_is_named() -> None:
    done = start_here(Path("/proc/nowhere"))

    assert done.returncode == 1
    assert done.stderr.startswith("Le dossier de données /proc/nowhere ne peut pas être créé")


def test_a_port_is_a_number(data: Path) -> None:
    done = start_here(data, PORT="quatre-vingts")

    assert "un port est un nombre de 1 à 65535, pas « quatre-vingts »" in done.stderr

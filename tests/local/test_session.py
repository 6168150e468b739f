"""manage.py without a database in the environment: embedded servers for its own duration, or none at all."""

from pathlib import Path

from .runs import command


def test_a_command_alone_starts_the_servers_and_stops_them(data: Path) -> None:
    done = command("manage.py", "migrate", "--plan", APP_DATA=str(data))

    assert done.returncode == 0, done.stderr
    assert "Planned operations" in done.stdout
    assert "base de données prête" in done.stderr
    assert not list(data.glob("pg*/postmaster.pid"))


def test_a_command_that_needs_no_database_starts_none(data: Path) -> None:
    done = command("manage.py", "check", APP_DATA=str(data))

    assert done.returncode == 0, done.stderr
    assert not data.exists()


def test_a_command_that_cannot_have_a_database_says_so_in_a_sentence(data: Path) -> None:
    done = command("manage.py", "migrate", "--plan", APP_DATA=str(data), LOCAL_PG_BIN="/nonexistent")

    assert done.returncode == 1
    assert done.stderr.startswith("Aucun PostgreSQL 15 ou plus récent ici")
    assert done.stderr.count("\n") == 1

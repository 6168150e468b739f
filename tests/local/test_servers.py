"""The embedded servers by themselves: what survives a kill, whose folders they refuse, what goes back to the queue."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest
from kombu import Connection

from normandie_cnrs.local import folders, programs
from normandie_cnrs.local.errors import LocalError
from normandie_cnrs.local.folders import database_folder, reachable_programs, socket_folder
from normandie_cnrs.local.postgres import Server
from normandie_cnrs.local.programs import Account, PostgresPrograms, find_postgres, find_valkey
from normandie_cnrs.local.unfinished import check_broker, restore_unfinished
from normandie_cnrs.local.valkey import Broker

from .runs import command

TAKE_A_TASK_AND_DIE = """
import os, sys
from kombu import Connection
Connection(sys.argv[1]).SimpleQueue("reports").get(timeout=5)
os.kill(os.getpid(), 9)
"""
REPORT = {"report": 2024}
OURSELVES = Account(os.getuid(), os.getgid(), switch=False)


def silent(_sentence: str) -> None:
    """A run's journal that nobody reads."""


def put(url: str) -> None:
    """Somebody asks for a report."""
    with Connection(url) as connection, connection.SimpleQueue("reports") as queue:
        queue.put(REPORT)


def take(url: str) -> object:
    """A worker does what was asked."""
    with Connection(url) as connection, connection.SimpleQueue("reports") as queue:
        message = queue.get(timeout=5)
        message.ack()
        return message.payload


@pytest.fixture
def server(data: Path) -> Iterator[Server]:
    """A PostgreSQL that answers."""
    data.mkdir()
    server = Server(data, log=silent)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def broker(data: Path) -> Iterator[Broker]:
    """A Valkey that answers."""
    broker = Broker(data, log=silent)
    broker.start()
    yield broker
    broker.stop()


def test_committed_rows_survive_a_killed_database(server: Server) -> None:
    with psycopg.connect(server.url) as connection:
        connection.execute("create table kept as select 42 as answer")

    assert server.process
    server.process.kill()
    server.process.wait()
    server.start()

    with psycopg.connect(server.url) as connection:
        assert connection.execute("select answer from kept").fetchone() == (42,)


def test_a_database_left_over_from_a_killed_start_is_stopped_first(server: Server) -> None:
    left_over = server.process
    assert left_over

    server.start()

    assert left_over.wait(5) == 0
    assert server.process
    assert psutil.pid_exists(server.process.pid)


def test_a_data_folder_of_another_major_version_is_not_replaced_by_an_empty_one(data: Path) -> None:
    (data / "pg12").mkdir(parents=True)
    (data / "pg12" / "PG_VERSION").write_text("12")

    with pytest.raises(LocalError, match="contient pg12"):
        Server(data, throw_away=True, log=silent).start()


def test_a_queue_left_over_from_a_killed_start_keeps_its_messages(broker: Broker, data: Path) -> None:
    put(broker.url)
    again = Broker(data, log=silent)

    again.start()

    assert take(again.url) == REPORT
    again.stop()


def test_a_task_that_a_killed_worker_had_taken_goes_back_to_the_queue(broker: Broker) -> None:
    put(broker.url)
    command("-c", TAKE_A_TASK_AND_DIE, broker.url)

    restored = restore_unfinished(broker.url)

    assert restored == 1
    assert take(broker.url) == REPORT


def test_a_broker_that_answers_is_accepted(broker: Broker) -> None:
    check_broker(broker.url)


def test_a_socket_has_a_short_path_however_deep_the_clone(data: Path) -> None:
    deep = data / ("long" * 30)

    folder = socket_folder(deep, OURSELVES)

    assert len(str(folder)) < 80
    folder.rmdir()


def test_a_socket_folder_that_is_a_link_is_refused(data: Path) -> None:
    data.mkdir()
    (data / "socket").symlink_to(data)

    with pytest.raises(LocalError, match="c’est un lien"):
        socket_folder(data / "socket", OURSELVES)


def test_a_socket_folder_of_somebody_else_is_refused(data: Path) -> None:
    data.mkdir()
    somebody_else = Account(os.getuid() + 1, os.getgid(), switch=False)

    with pytest.raises(LocalError, match="appartient à quelqu’un d’autre"):
        socket_folder(data / "socket", somebody_else)


def test_a_database_that_its_account_could_not_reach_lives_where_a_link_says(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.mkdir(mode=0o700)
    monkeypatch.setattr(folders, "STATE_FOLDER", tmp_path)
    another = Account(os.getuid(), os.getgid(), switch=True)

    away = database_folder(data, another)

    assert away.parent == tmp_path
    assert database_folder(data, another) == away == (data / "database").resolve()


def test_programs_that_the_account_could_not_run_are_copied_once(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.mkdir(mode=0o700)
    folder = data / "pginstall" / "bin"
    folder.mkdir(parents=True)
    (folder / "postgres").touch(0o700)
    (folder / "errcodes.txt").touch(0o600)
    monkeypatch.setattr(folders, "STATE_FOLDER", tmp_path)
    another = Account(os.getuid(), os.getgid(), switch=True)

    copied = reachable_programs(PostgresPrograms(folder, 18), another)

    assert copied.folder.is_relative_to(tmp_path)
    assert stat.S_IMODE((copied.folder / "postgres").stat().st_mode) == 0o755
    assert stat.S_IMODE((copied.folder / "errcodes.txt").stat().st_mode) == 0o644
    assert reachable_programs(PostgresPrograms(folder, 18), another) == copied


def test_programs_found_on_the_path_serve_where_the_wheels_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    postgres, valkey = find_postgres(), find_valkey()
    monkeypatch.setattr(programs, "_package_folder", lambda _name: iter(()))
    monkeypatch.setattr(programs, "SYSTEM_ROOTS", ())
    monkeypatch.setenv("PATH", f"{postgres.folder}:{valkey.parent}")

    assert find_postgres() == postgres
    assert find_valkey() == valkey

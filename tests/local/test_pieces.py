"""The pieces of a start, one by one: the data folder, the address, the programs that are watched."""

import os
import signal
from pathlib import Path

import pytest

from normandie_cnrs.local.address import Address
from normandie_cnrs.local.children import Child
from normandie_cnrs.local.data_folder import DataFolder
from normandie_cnrs.local.errors import LocalError


def opened(path: Path) -> DataFolder:
    """A data folder ready for use."""
    folder = DataFolder(path)
    folder.open()
    return folder


def test_the_data_folder_is_var_unless_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("APP_DATA", "")

    assert DataFolder().path.name == "var"


def test_a_secret_is_made_once(data: Path) -> None:
    folder = opened(data)

    made = folder.secret("secret-key", 50)

    assert folder.secret("secret-key", 50) == made
    assert len(made) > 60


def test_one_run_at_a_time_has_the_folder(data: Path) -> None:
    first, second = opened(data), opened(data)

    assert first.lock("premier")
    assert not second.lock("second")
    assert second.holder() == f"premier, processus {os.getpid()}"


def test_addresses_left_by_a_killed_run_are_not_believed(data: Path) -> None:
    opened(data).publish({"DATABASE_URL": "postgresql://mort", "HOME": "/ailleurs"})

    folder = opened(data)
    assert folder.published() == {"DATABASE_URL": "postgresql://mort"}
    assert folder.lock("après")

    assert folder.published() is None


def test_a_folder_made_by_another_account_is_refused(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(data).lock("./start")
    monkeypatch.setattr(os, "geteuid", lambda: 12345)

    with pytest.raises(LocalError, match="créé par un autre compte"):
        opened(data)


def test_a_disk_without_room_is_refused_before_anything_is_made(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("normandie_cnrs.local.data_folder.ROOM_NEEDED", 10**12)

    with pytest.raises(LocalError, match="presque plein"):
        opened(data)

    assert list(data.iterdir()) == []


@pytest.mark.parametrize(
    ("host", "bind", "url"),
    [
        ("127.0.0.1", "127.0.0.1:8000", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "0.0.0.0:8000", "http://127.0.0.1:8000/"),  # noqa: S104
        ("::1", "[::1]:8000", "http://[::1]:8000/"),
        ("::", "[::]:8000", "http://127.0.0.1:8000/"),
    ],
)
def test_an_address_is_written_for_the_server_and_for_the_browser(host: str, bind: str, url: str) -> None:
    address = Address(host, 8000)

    assert (address.bind, address.url) == (bind, url)


def test_the_site_answers_to_the_names_it_listens_on() -> None:
    assert Address("192.0.2.7", 80).names == ["localhost", "127.0.0.1", "[::1]", "192.0.2.7"]
    assert "127.0.0.1" in Address("0.0.0.0", 80).names  # noqa: S104


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(LocalError, match="n’est pas connue de cette machine"):
        Address("nowhere.invalid", 8000).check_free()


def test_nobody_answers_where_nothing_listens() -> None:
    address = Address("127.0.0.1", 1)

    assert not address.answers()
    assert not address.first_page_fails()


def test_a_program_that_ends_at_once_is_given_up() -> None:
    said: list[str] = []
    child = Child("Le worker", ["-c", "raise SystemExit(3)"], {**os.environ}, grace=1)
    child.start()

    with pytest.raises(LocalError, match="Le worker s’arrête aussitôt relancé"):
        wait_and_watch(child, said, times=4)

    assert said == ["Le worker s’est arrêté (code 3) : relancé"] * 3


def wait_and_watch(child: Child, said: list[str], times: int) -> None:
    """What the supervisor does, without its pauses."""
    for _ in range(times):
        assert child.process
        child.process.wait()
        child.watch(said.append)


def test_a_program_that_does_not_stop_in_time_is_ended_by_force() -> None:
    said: list[str] = []
    child = Child("Le worker", ["-c", "import time; time.sleep(60)"], {**os.environ}, grace=0.1)
    child.start()

    child.stop(said.append)

    assert said == ["Le worker travaille encore après 0 s : sa tâche reprendra au prochain démarrage"]
    assert child.process
    assert child.process.returncode == -signal.SIGKILL


def test_a_program_that_never_began_has_nothing_to_stop() -> None:
    child = Child("Le worker", [], {}, grace=1)

    child.ask_to_stop()
    child.stop(print)
    child.watch(print)

    assert child.process is None

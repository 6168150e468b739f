"""./start as somebody at the terminal lives it: what it prints, what it survives, what it leaves behind."""

import signal
import stat

import psutil

from .runs import Run, command, start_here


def test_the_start_prints_the_address_and_the_local_accounts(run: Run) -> None:
    lines = run.printed().splitlines()

    assert f"ready: http://127.0.0.1:{run.address.port}/" in lines
    assert f"compte : admin@local.test    mot de passe : {(run.data / 'local-password').read_text()}" in lines


def test_the_first_page_is_shown_at_the_address(run: Run) -> None:
    run.wait_until(run.address.answers)

    assert not run.address.first_page_fails()


def test_addresses_and_secrets_are_readable_by_the_owner_alone(run: Run) -> None:
    files = [run.data / name for name in ("run.env", "secret-key", "local-password")]

    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_the_first_load_is_finished_once_the_site_is_ready(run: Run) -> None:
    assert not (run.data / "first-load-unfinished").exists()


def test_a_command_run_beside_uses_the_same_base(run: Run) -> None:
    query = "from programmes.models import User; print(User.objects.filter(is_superuser=True).count())"

    done = command("manage.py", "shell", "-v", "0", "-c", query, APP_DATA=str(run.data))

    assert (done.stdout, done.returncode) == ("1\n", 0), done.stderr


def test_a_second_start_in_the_same_folder_is_refused_in_a_sentence(run: Run) -> None:
    done = start_here(run.data, "--port", "1")

    assert done.returncode == 1
    assert done.stderr.startswith("L’application tourne déjà ici (./start, http://127.0.0.1:")
    assert done.stderr.count("\n") == 1


def test_a_worker_that_is_killed_is_started_again(run: Run) -> None:
    worker = run.child("celery")

    worker.kill()
    run.wait_for("Le worker s’est arrêté (code -9) : relancé")

    assert run.child("celery", but=worker).is_running()


def test_a_web_server_that_is_killed_is_started_again(run: Run) -> None:
    web = run.child("gunicorn")

    web.kill()
    run.wait_for("Le serveur web s’est arrêté (code -9) : relancé")

    assert run.child("gunicorn", but=web).is_running()


def test_ctrl_c_stops_everything_and_leaves_no_process(run: Run) -> None:
    assert run.process
    family = run.family()

    run.process.send_signal(signal.SIGINT)

    assert run.end() == 0
    assert psutil.wait_procs(family, timeout=5)[1] == []
    assert not (run.data / "run.env").exists()


def test_a_lost_database_stops_everything_in_a_sentence(run: Run) -> None:
    family = run.family()

    run.child("postgres").kill()

    assert run.end() == 1
    assert psutil.wait_procs(family, timeout=5)[1] == []
    assert run.printed().splitlines()[-1].startswith("La base de données s’est arrêtée")


def test_a_killed_supervisor_takes_everything_with_it(run: Run) -> None:
    assert run.process
    family = run.family()

    run.process.kill()

    assert run.end() == -signal.SIGKILL
    assert psutil.wait_procs(family, timeout=20)[1] == []

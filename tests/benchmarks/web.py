"""The site as production serves it: gunicorn with two workers, PostgreSQL, a shared cache, and what each request costs.

CPU is read from /proc, in nanoseconds: every process of the web server, every process of the database that works for
it, and the shared cache.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil
from django.db import connection

from normandie_cnrs.local.valkey import Broker

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
HEADERS = {"Host": "localhost", "X-Forwarded-Proto": "https", "Accept-Encoding": "gzip", "Connection": "close"}


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the server sent: its body as it travelled."""

    status: int
    headers: dict[str, str]
    body: bytes


class Site:
    """A running web server and the processes behind it."""

    def __init__(self, port: int, web: psutil.Process, cache: psutil.Process) -> None:
        self.port, self.web, self.cache = port, web, cache
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            ours = psutil.Process(cursor.fetchone()[0])
        self.ours, self.postmaster = ours.pid, ours.parent()

    def ask(self, address: str, **more: str) -> Answer:
        """One request, on a connection of its own."""
        raw = self._send(address, HEADERS | more)
        head, _blank, body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines)
        return Answer(status=int(first.split()[1]), headers=headers, body=body)

    def _send(self, address: str, headers: dict[str, str]) -> bytes:
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as line:
            line.sendall(f"GET {address} HTTP/1.1\r\n{lines}\r\n".encode())
            return b"".join(iter(lambda: line.recv(1 << 17), b""))

    def seconds(self) -> tuple[float, float]:
        """CPU used up to now by the web server, and by the database with the cache."""
        own = _used([self.web, *self.web.children()])
        behind = [process for process in self.postmaster.children() if process.pid != self.ours and _works(process)]
        ended = self.postmaster.cpu_times()  # parallel workers come and go
        return own, _used([*behind, self.cache]) + ended.children_user + ended.children_system

    def cost(self, address: str, times: int, **more: str) -> tuple[float, float]:
        """CPU of one request: of the web server, of what stands behind it."""
        own, base = self.seconds()
        for _time in range(times):
            self._send(address, HEADERS | more)
        after = self.seconds()
        return (after[0] - own) / times, (after[1] - base) / times

    def rate(self, address: str, clients: int, seconds: float, **more: str) -> tuple[float, int]:
        """Answers a second to so many clients at once, and how many were no page."""
        until = time.monotonic() + seconds

        def client(_number: int) -> list[bool]:
            told = []
            while time.monotonic() < until:
                told.append(self._send(address, HEADERS | more)[9:12] in (b"200", b"304"))
            return told

        with ThreadPoolExecutor(clients) as pool:
            told = [one for ones in pool.map(client, range(clients)) for one in ones]
        return len(told) / seconds, told.count(False)


def _works(process: psutil.Process) -> bool:
    """Whether it answers queries: the writer of logs and the like work for nobody in particular."""
    try:
        return bool(re.search(r"\[local\]|parallel worker", " ".join(process.cmdline())))
    except psutil.Error:
        return False


def _used(processes: list[psutil.Process]) -> float:
    """CPU of these processes and their threads, in seconds."""
    spent = 0
    for process in processes:
        for thread in Path(f"/proc/{process.pid}/task").glob("*/schedstat"):
            spent += int(thread.read_text().split()[0])
    return spent / 1e9


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """The site on the database of this test, until the end of the block."""
    cache = Broker(folder, log=lambda _words: None)
    cache.start()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = _environment(folder, cache.cache_url)
    manage = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(manage, cwd=ROOT, env=environment, check=True)
    options = ["-b", f"127.0.0.1:{port}", "-k", "sync", "--workers", str(WORKERS), "--log-level", "warning"]
    command = [sys.executable, "-m", "gunicorn", "normandie_cnrs.wsgi", *options]
    web = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    try:
        assert cache.process
        site = Site(port, psutil.Process(web.pid), psutil.Process(cache.process.pid))
        _wait(site)
        yield site
    finally:
        web.send_signal(signal.SIGTERM)
        web.wait(30)
        cache.stop()


def _environment(folder: Path, cache: str) -> dict[str, str]:
    database = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.served",
        "LOCALSTACK": "off",
        "DB_POOL": "on",
        "SECRET_KEY": "mesure",
        "ALLOWED_HOSTS": "localhost",
        "SITE_URL": "https://localhost",
        "DATABASE_URL": database.geturl(),
        "CACHE_URL": cache,
        "STATIC_FOLDER": str(folder / "static"),
    }


def _wait(site: Site) -> None:
    """Until both workers have answered something. Raises OSError when the server does not start."""
    for attempt in range(600):
        try:
            for _time in range(20):
                site.ask("/nue/")
        except OSError:
            if attempt == 599:
                raise
            time.sleep(0.1)
        else:
            return

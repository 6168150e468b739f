"""Claims: one worker at a time has a thing to do, and loses it the moment it is killed."""

from collections.abc import Generator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def claim(family: int, number: int = 0) -> Generator[bool, None, None]:
    """Whether the thing is ours for this block; False while another worker has it.

    An advisory lock of the connection: the database itself frees it when a worker dies. `family` is 2021 for jobs
    (then `number` is the job), 2022 for the outbox of mails, 2023 for digests.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [family, number])
        (mine,) = cursor.fetchone()
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [family, number])

"""The bell: workers are told, once the transaction is kept, that a row waits for them.

The row is the truth. The bell may be lost or rung twice; beat rings again, each minute, for what still waits.
"""

import logging
from functools import partial
from typing import Any

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

logger = logging.getLogger(__name__)


def ring(task: str, *arguments: Any, waits: str) -> None:
    """Name a task to the workers by its registered name; `waits` says in the log what waits when no broker answers."""
    transaction.on_commit(partial(_send, task, arguments, waits))


def _send(task: str, arguments: tuple[Any, ...], waits: str) -> None:
    try:
        current_app.signature(task, args=arguments).apply_async(retry=False)
    except OperationalError:
        logger.warning("no broker answers: %s waits for the next tick", waits)

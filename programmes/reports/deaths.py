"""Why a rendering ended badly, for the person who waits."""

import signal

FAILED = "PieceFailedError: "  # what the process that joins says of a piece, after its traceback


class PieceFailedError(Exception):
    """A piece of a report could not be laid out; the message is a French sentence that names its chapter."""


def sentence(status: int, errors: str, of: str = "du rapport") -> str:
    """A French sentence from an exit status (negative: a signal) and the standard error of a rendering.

    `of` names what was laid out; when a piece of it failed, the sentence is the piece's own.
    """
    lines = [line for line in errors.splitlines() if line.strip()]
    last = lines[-1] if lines else "aucune explication"
    if FAILED in last:
        return last.partition(FAILED)[2]
    if last.startswith("MemoryError"):
        return f"La mise en page {of} dépasse la mémoire permise."
    if status == -signal.SIGXCPU:
        return f"La mise en page {of} dépasse le temps de calcul permis."
    if status < 0:
        return f"La mise en page {of} a été interrompue (signal {-status})."
    return f"La mise en page {of} a échoué\u00a0: {last}"

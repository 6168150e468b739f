"""What stops a local command: one sentence for the person at the terminal, never a traceback."""


class LocalError(Exception):
    """A start that cannot go on; its text is the French sentence to print."""

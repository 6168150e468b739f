"""Why a file cannot be read."""


class Unreadable(Exception):
    """The file is no table that we can read; the message is a French sentence for the person who sent it."""

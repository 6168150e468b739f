"""What stops a load, and what makes it leave an entry aside."""


class LoadError(Exception):
    """A file that cannot be loaded; the message says in French which file, table, entry and field."""


class Unknown(Exception):
    """A reference that names no row; the message is the end of a French sentence."""


class Gone(Exception):
    """A reference to a row that somebody deleted since it was loaded."""

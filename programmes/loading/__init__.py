"""Files of records in, by their natural keys: what load_facts and load_demo share.

A file is TOML, one subject a file. `[[app.model]]` opens an entry, its keys are field names. A foreign key is given
by the natural key of its target: one word (`laboratory = "cobra"`), or a table when the key has several fields
(`party = {protocol = "normandie-cnrs-2021", organisation = "cnrs"}`). Rows of a reverse relation nest below their
parent by the relation's name (`[[projects.project.milestones]]`). `draft = true` leaves a record unpublished.
An entry without its own `source` takes that of its parent, else the one written at the top of its file.
"""

from .errors import LoadError
from .keys import natural_key
from .load import load
from .result import Result

__all__ = ["LoadError", "Result", "load", "natural_key"]

"""Personal addresses kept out of journals: whoever reads a log must not be able to answer in somebody's name."""

import logging
import re
from typing import Final

MASK: Final = "***"
_PERSONAL: Final = re.compile(r"(/(?:contribuer|contribute|relecture|review)/)[^/?#\s\"'<>]+")


def masked(text: str) -> str:
    """A text without the tokens of the addresses that it names."""
    return _PERSONAL.sub(rf"\1{MASK}", text)


class MaskedFormatter(logging.Formatter):
    """The lines of our journal, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class MaskedFilter(logging.Filter):
    """The same for a journal whose lines others write, such as the web server's."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = masked(record.getMessage()), ()
        return True

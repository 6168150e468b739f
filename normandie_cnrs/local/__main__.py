"""python -m normandie_cnrs.local [--port N] [--host H]: what ./start runs once its environment is there."""

import argparse
import errno
import os
import sys

from .address import Address
from .data_folder import DataFolder
from .errors import LocalError
from .supervisor import Supervisor


def main() -> int:
    """Runs until somebody stops it; whatever goes wrong is one sentence and the exit code 1."""
    arguments = parse()
    try:
        folder = DataFolder()
        folder.open()
        Supervisor(Address(arguments.host, arguments.port), folder).run()
    except LocalError as error:
        sentence = str(error)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        sentence = "Le disque est plein : libérez de la place, puis relancez ./start." if full else str(error)
    else:
        return 0
    print(sentence, file=sys.stderr, flush=True)
    return 1


def parse() -> argparse.Namespace:
    """The command line, and PORT for those who cannot give one."""
    parser = argparse.ArgumentParser(prog="./start", description="Démarre toute l’application, au premier plan.")
    parser.add_argument("--port", type=port, default=os.environ.get("PORT") or "8000", help="8000 si rien n’est dit")
    parser.add_argument("--host", default="127.0.0.1", help="127.0.0.1 : cette machine seulement ; 0.0.0.0 : toutes")
    return parser.parse_args()


def port(text: str) -> int:
    """A port's number."""
    if text.isdecimal() and 0 < int(text) < 65_536:
        return int(text)
    raise argparse.ArgumentTypeError(f"un port est un nombre de 1 à 65535, pas « {text} »")


if __name__ == "__main__":
    sys.exit(main())

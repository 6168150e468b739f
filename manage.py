#!/usr/bin/env python
"""Django's command line for the project."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import OperationalError

from normandie_cnrs.local.errors import LocalError
from normandie_cnrs.local.session import database_session


def main() -> None:
    """Runs the command on the servers that the environment names, else on the embedded ones."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "normandie_cnrs.settings")
    try:
        with database_session(sys.argv):
            execute_from_command_line(sys.argv)
    except (ImproperlyConfigured, LocalError) as error:
        sys.exit(str(error))
    except OperationalError as error:
        sys.exit(f"La base de données (DATABASE_URL) ne répond pas comme il faut : {' '.join(str(error).split())}")


if __name__ == "__main__":
    main()

"""What tests ask of the database itself."""

from django.db import connection


def check_now() -> None:
    """Check the rules over several rows at once, as a commit would."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def force_step() -> None:
    """Pretend that a step of the workflow is under way, as no code but the engine may."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('programmes.step', 'on', true)")

"""What tests ask of the database itself."""

from django.db import connection


def send_others_away() -> None:
    """End every other connection to the test database, which could not be dropped under it."""
    others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_terminate_backend(pid, 5000) {others}")


def check_now() -> None:
    """Check the rules over several rows at once, as a commit would."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def force_step() -> None:
    """Pretend that a step of the workflow is under way, as no code but the engine may."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('programmes.step', 'on', true)")

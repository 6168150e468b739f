"""The settings of a real installation, loaded for real."""

from tests.local.runs import command

PRODUCTION = {
    "SECRET_KEY": "une clé assez longue et assez variée pour que personne ne la devine : 0123456789",
    "ALLOWED_HOSTS": "protocole.example",
    "SITE_URL": "https://protocole.example",
    "DATABASE_URL": "postgresql://app@database.invalid/app",
    "CACHE_URL": "redis://queue.invalid/1",
    "BROKER_URL": "redis://queue.invalid/0",
    "MEDIA_STORAGE_URL": "file:///srv/media",
}


def test_production_settings_raise_no_warning() -> None:
    done = command("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert done.returncode == 0, done.stderr


def test_a_media_folder_is_absolute() -> None:
    done = command("manage.py", "check", **PRODUCTION | {"MEDIA_STORAGE_URL": "file://media"})

    assert done.returncode == 1
    assert done.stderr == "MEDIA_STORAGE_URL doit nommer un dossier absolu, comme file:///srv/fichiers.\n"


def test_a_real_installation_has_no_default_key() -> None:
    done = command("manage.py", "check", **PRODUCTION | {"SECRET_KEY": ""})

    assert done.returncode == 1
    assert done.stderr == "La variable SECRET_KEY manque ; voir .env.example.\n"

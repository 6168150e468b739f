"""Settings: one file, read from the environment, loud when something is wrong."""

from pathlib import Path
from typing import Any

import dj_database_url
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from . import environment

BASE_DIR = Path(__file__).resolve().parent.parent

# ./start and ./test set LOCALSTACK: the embedded default, with its relaxed web settings.
LOCAL = environment.flag("LOCALSTACK", default=False)
DEBUG = False
SECRET_KEY = environment.required("SECRET_KEY")
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", ("localhost", "127.0.0.1", "[::1]") if LOCAL else ())
SITE_URL = environment.text("SITE_URL")
SITE_NAME = environment.text("SITE_NAME", "Normandie – CNRS")

INSTALLED_APPS = [
    "programmes.apps.StaffConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "django_filters",
    "django_htmx",
    "django_prose_editor",
    "import_export",
    "pgtrigger",
    "pghistory",
    "programmes",
    "projects",
    "doctorates",
]

MIDDLEWARE = [
    "programmes.middleware.AddressesMasked",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "programmes.middleware.FilesPressed",
    "csp.middleware.CSPMiddleware",
    "programmes.middleware.PagesKept",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "programmes.middleware.ChangesSigned",
    "programmes.middleware.NoNulByteInAdmin",
    "programmes.middleware.AdminInFrench",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

CSRF_FAILURE_VIEW = "programmes.views.errors.expired"
ROOT_URLCONF = "normandie_cnrs.urls"
WSGI_APPLICATION = "normandie_cnrs.wsgi.application"

LOADERS = ("django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader")
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [("programmes.templatetags.worded.Loader", LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "programmes.views.duties.conformity_word",
            ],
        },
    }
]

# Boxes of forms are drawn by our templates where we have one.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database. Without one (rendering a report needs none) every query is refused.
DATABASE_URL = environment.url("DATABASE_URL", ("postgres", "postgresql"))
DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(DATABASE_URL) if DATABASE_URL else {"ENGINE": "django.db.backends.dummy"}
}
if DATABASE_URL and environment.flag("DB_POOL", default=True):
    DATABASES["default"]["CONN_MAX_AGE"] = 0  # the pool keeps connections, Django must not
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8, "timeout": 10}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHE_URL = environment.url("CACHE_URL", ("redis", "rediss", "unix"))
CACHES = {
    "default": {"BACKEND": "normandie_cnrs.cache.SharedCache", "LOCATION": CACHE_URL}
    if CACHE_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# Celery. The job's row is the truth: no result is stored; a task may run twice, so each is safe to repeat.
CELERY_BROKER_URL = environment.text("BROKER_URL", "memory://")
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"visibility_timeout": 3600, "unacked_restore_interval": 10, "unacked_restore_throttle": 1}
    if "redis" in CELERY_BROKER_URL
    else {}
)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = 3000  # seconds, below the visibility timeout
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "Europe/Paris"
CELERY_BEAT_SCHEDULE = {
    "tick": {"task": "programmes.tick", "schedule": 60.0},
    "remind": {"task": "programmes.remind", "schedule": crontab(minute="*/15", hour="7-18", day_of_week="mon-fri")},
}

# People
AUTH_USER_MODEL = "programmes.User"
AUTHENTICATION_BACKENDS = ["programmes.backends.StaffBackend"]
LOGIN_URL = "admin:login"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# Languages: French in the code, English in the catalogue.
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("français")), ("en", _("anglais"))]
LOCALE_PATHS = [BASE_DIR / "normandie_cnrs" / "locale"]
FORMAT_MODULE_PATH = ["normandie_cnrs.formats"]
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Europe/Paris"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = None if LOCAL else BASE_DIR / "var" / "static"
WHITENOISE_USE_FINDERS = LOCAL
MEDIA_ROOT = Path(environment.text("APP_DATA", str(BASE_DIR / "var"))) / "media"
MEDIA_URL = "/admin/projects/project/fichiers/"  # a view that asks who may see a file: no folder is open to all
REPORT_PIECES = MEDIA_ROOT.parent / "pieces"  # laid out parts of reports: a cache, which may be lost at any time
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if LOCAL
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
match environment.url("MEDIA_STORAGE_URL", ("file",)):
    case "":
        pass
    case address:
        MEDIA_ROOT = Path(address.removeprefix("file://"))
        if not MEDIA_ROOT.is_absolute():
            raise ImproperlyConfigured("MEDIA_STORAGE_URL doit nommer un dossier absolu, comme file:///srv/fichiers.")

# Mail
globals().update(environment.email("EMAIL_URL", local=LOCAL))
EMAIL_FILE_PATH = Path(environment.text("APP_DATA", str(BASE_DIR / "var"))) / "mails"  # where local ones are read
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = environment.text("DEFAULT_FROM_EMAIL", "ne-pas-repondre@localhost")

# Duties: who publishes and hosts the site, whom to write to. What is not given reads « non renseigné » on its pages.
PUBLISHER_NAME = environment.text("PUBLISHER_NAME")
PUBLISHER_ADDRESS = environment.text("PUBLISHER_ADDRESS")
PUBLICATION_DIRECTOR = environment.text("PUBLICATION_DIRECTOR")
HOST_NAME = environment.text("HOST_NAME")
HOST_ADDRESS = environment.text("HOST_ADDRESS")
CONTACT_EMAIL = environment.text("CONTACT_EMAIL")
DPO_CONTACT = environment.text("DPO_CONTACT")
SECURITY_CONTACT = environment.url("SECURITY_CONTACT", ("mailto", "https", "tel"))

# Journal: warnings and errors on the terminal, where a service manager collects them; personal addresses masked.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"masked": {"()": "programmes.masking.MaskedFormatter"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "masked"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},  # a page not found is no news
        "django.server": {"handlers": ["terminal"], "level": "INFO", "propagate": False},
    },
}

# Security
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if not LOCAL:
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True

# The annual report, in the order of its chapters; each app plugs itself into the whole here.
SECTIONS: list[str] = [
    "programmes.sections.summary.SummarySection",
    "programmes.sections.agreement.AgreementSection",
    "programmes.sections.commitments.CommitmentSection",
    "programmes.sections.themes.ThemeSection",
    "projects.sections.sheets.ActionSheets",
    "doctorates.sections.report.ThesesChapter",
    "programmes.sections.territory.TerritorySection",
    "programmes.sections.lessons.LessonsSection",
    "projects.sections.finance.FinanceAnnex",
    "programmes.sections.method.MethodSection",
    "projects.sections.ProjectSection",
    "doctorates.sections.ThesisSection",
    "programmes.sections.published.PublishedReports",
    "programmes.sections.desk.DeskSection",
]

# The kinds of files that staff may import, in the order of their page.
IMPORTS: list[str] = [
    "programmes.resources.partners.OrganisationResource",
    "programmes.resources.partners.LaboratoryResource",
    "programmes.resources.partners.PersonResource",
    "projects.resources.ProjectResource",
    "projects.resources.ContributionResource",
    "projects.resources.GrantResource",
    "projects.resources.PaymentResource",
    "doctorates.resources.ThesisResource",
]

SILENCED_SYSTEM_CHECKS: list[str] = []

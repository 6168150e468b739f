"""The Celery application: workers, and the beat whose schedule stands in the settings."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "normandie_cnrs.settings")

app = Celery("normandie_cnrs")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

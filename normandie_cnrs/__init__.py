"""Configuration of the project: settings, addresses, Celery, the embedded start."""

from .celery import app as celery_app

__all__ = ["celery_app"]

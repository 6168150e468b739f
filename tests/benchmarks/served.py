"""The settings of production, as the benchmarks serve them: one bare view more, and queries counted on request."""

import os
from pathlib import Path

from normandie_cnrs.settings import *  # noqa: F403
from normandie_cnrs.settings import MIDDLEWARE, STORAGES

ROOT_URLCONF = "tests.benchmarks.bare"
OURS = {"programmes.middleware.PagesKept": "tests.benchmarks.bare.KeptUnlessAsked"}
MIDDLEWARE = ["tests.benchmarks.bare.Counting", *(OURS.get(name, name) for name in MIDDLEWARE)]
STATIC_ROOT = Path(os.environ["STATIC_FOLDER"])
# Names as in production; nothing is pressed, since no file is served here.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}

"""What a web server such as gunicorn loads."""

import gc
import logging
import os

from django.core.wsgi import get_wsgi_application

from programmes.masking import MaskedFilter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "normandie_cnrs.settings")

application = get_wsgi_application()
logging.getLogger("gunicorn.error").addFilter(MaskedFilter())  # its sentences name the address of a request that failed

# What was loaded by now stays: the collector need not look through it again. And a page makes some thousand things that
# all go with it: to look for rings among them after each 700 took a fifteenth of its time.
gc.freeze()
gc.set_threshold(10_000)

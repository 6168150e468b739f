"""What a yearly sheet asks: the one home of its questions, read by its page, its steps, its board and its report.

A sheet asks at most twelve things. Each question says why it is asked, where the answer appears and who reads it.
"""

from dataclasses import dataclass, replace
from enum import Enum

from django.db import models
from django.utils.translation import gettext_lazy as _

MOST = 12


class Reader(Enum):
    """Who reads an answer."""

    PUBLIC = "Public"
    PARTNERS = "Entre partenaires"


class Channel(models.TextChoices):
    """Whence a sheet filled in by staff on somebody's behalf came."""

    DIRECT = "direct", _("saisie directe")
    MAIL = "mail", _("courriel")
    TELEPHONE = "telephone", _("téléphone")
    FILE = "file", _("fichier")
    LINK = "link", _("lien de réponse")


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question of a sheet. `length` is the most characters of a text, `minutes` how long the answer takes.

    `needed` says that a sheet is not handed in without it, unless it has nothing to report. `column` is where the
    board of the campaign shows what its answer lacks; nothing when nothing of it can be said to be missing.
    `by_staff`: respondents are not asked; money is declared by the body that gives it.
    """

    name: str
    label: str
    why: str
    appears: str
    reader: Reader = Reader.PUBLIC
    length: int = 0
    minutes: int = 2
    needed: bool = False
    example: str = ""
    column: str = ""
    by_staff: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the answer is a text of the sheet itself."""
        return self.length > 0

    @property
    def anchor(self) -> str:
        """Where the question stands on the page of its sheet."""
        return f"question-{self.name}"


@dataclass(frozen=True, kw_only=True)
class Lack:
    """What a sheet still lacks: the question, a sentence, and whether the sheet cannot be handed in without it.

    `party`: the number of the party that does not give its visa without it.
    """

    question: Question
    sentence: str
    blocks: bool = True
    field: str = ""
    party: int | None = None

    @property
    def anchor(self) -> str:
        """The very field to fill, or its question."""
        return self.field or self.question.anchor


QUIET = Question(
    name="nothing_new",
    label="Rien à signaler",
    why="Une année sans rien de neuf est une réponse\u00a0: cochez, puis soumettez.",
    appears="Le rapport dit alors «\u00a0rien de nouveau depuis l’an dernier\u00a0».",
    minutes=0,
)
HEADLINE = Question(
    name="headline",
    label="L’année en une phrase",
    why="Un lecteur pressé ne lira qu’elle.",
    appears="Elle ouvre la page publique et la page du rapport.",
    length=160,
    needed=True,
    example="Inauguré en janvier, l’instrument est ouvert aux équipes extérieures depuis septembre.",
    column="Texte",
)
PROGRESS = Question(
    name="progress",
    label="Faits marquants",
    why="Trois faits au plus, vérifiables, en mots simples\u202f; en français ou en anglais pour soumettre, "
    "en français pour le visa.",
    appears="Ils paraissent dans le rapport et sur la page publique.",
    length=900,
    minutes=8,
    needed=True,
    column="Texte",
)
NEXT_STEPS = Question(
    name="next_steps",
    label="Suites",
    why="Ce qui vient, avec une date si elle est connue. Ce texte sera relu l’an prochain.",
    appears="Elles paraissent dans le rapport et sur la page publique.",
    length=600,
    minutes=4,
    column="Texte",
)
ATTENTION = Question(
    name="attention",
    label="Point d’attention",
    why="Ce que le public doit savoir\u00a0: un retard, une décision attendue.",
    appears="Il paraît dans le rapport, dans la version visée par les parties.",
    length=400,
    column="Texte",
)
DIFFICULTIES = Question(
    name="difficulties",
    label="Difficultés",
    why="Ce qui a manqué. Les partenaires le lisent avant de donner leur visa.",
    appears="Nulle part\u00a0: ce texte reste entre partenaires et n’est jamais publié.",
    reader=Reader.PARTNERS,
    length=900,
    minutes=3,
    example="Par exemple\u00a0: ce qui a retardé l’action, la décision attendue, la prochaine échéance.",
    column="Texte",
)

MILESTONES = Question(
    name="milestones",
    label="Jalons",
    why="Où en est le calendrier annoncé\u00a0: la date à laquelle chaque jalon a été atteint.",
    appears="Sur la page publique de l’action et dans le rapport.",
    column="Jalons",
)
KEY_FIGURES = Question(
    name="key_figures",
    label="Chiffres clés",
    why="Ils nourrissent les indicateurs et le graphique de la page publique. Chaque valeur doit pouvoir être "
    "retrouvée\u00a0: elle dit sa source.",
    appears="Sur la page publique de l’action et dans le rapport.",
    minutes=5,
    column="Chiffres",
)
OUTPUTS = Question(
    name="outputs",
    label="Productions de l’année",
    why="Publications, jeux de données, logiciels\u00a0: collez des DOI, des identifiants HAL ou du BibTeX.",
    appears="Sur la page publique et dans la liste des productions du rapport.",
    minutes=3,
)
MONEY = Question(
    name="expenses",
    label="Moyens propres déclarés",
    why="Ce que votre organisme a dépensé lui-même, sans convention\u00a0: une moitié de salaire, un équipement.",
    appears="Dans les tableaux financiers du rapport, au nom de votre organisme.",
    minutes=3,
    by_staff=True,
)
LEVEL = Question(
    name="assessments",
    label="Niveau selon chaque partie",
    why="Chaque partie donne le sien\u202f; s’ils diffèrent, le rapport imprime chaque appréciation.",
    appears="Dans le rapport et sur la page publique de l’engagement, une fois la fiche visée.",
    column="Niveau",
)
INDICATORS = Question(
    name="indicators",
    label="Valeurs des indicateurs",
    why="La valeur réalisée de l’année, avec sa source\u202f; un indicateur calculé se remplit seul.",
    appears="Dans le rapport et sur la page publique de l’engagement.",
    minutes=4,
    column="Chiffres",
)
EVIDENCE = Question(
    name="evidence",
    label="Ce qui le montre",
    why="Des liens vers des actions, des thèses, des productions, des événements ou des pages.",
    appears="Sous l’engagement, dans le rapport et sur le site.",
    minutes=4,
)
THESIS_STATE = Question(
    name="thesis",
    label="État et dates de la thèse",
    why="L’état, la soutenance prévue ou passée, la fin du contrat.",
    appears="Dans la liste des thèses et les indicateurs.",
    minutes=1,
    column="État et dates",
)
THESIS_EVENTS = Question(
    name="events",
    label="Événements du contrat et comité de suivi",
    why="Une date et des jours ajoutés\u202f; jamais la nature d’un congé, jamais ce qu’a dit le comité.",
    appears="Nulle part\u00a0: ces dates restent entre partenaires.",
    reader=Reader.PARTNERS,
)

OF_ACTIONS = (
    QUIET, HEADLINE, MILESTONES, PROGRESS, KEY_FIGURES, OUTPUTS, NEXT_STEPS, ATTENTION, DIFFICULTIES, MONEY,
)  # fmt: skip
OF_THESES = (QUIET, THESIS_STATE, PROGRESS, THESIS_EVENTS, OUTPUTS, NEXT_STEPS, ATTENTION, DIFFICULTIES)
OF_COMMITMENTS = (QUIET, PROGRESS, LEVEL, INDICATORS, EVIDENCE, NEXT_STEPS, ATTENTION, DIFFICULTIES)
LESSONS = replace(
    NEXT_STEPS,
    label="Enseignements et suites",
    why="Ce que le protocole a appris, ce qu’il faut reconduire, changer ou abandonner dans le suivant.",
    appears="Dans le dernier chapitre du bilan final.",
)
OF_COMMITMENTS_AT_TERM = tuple(LESSONS if one is NEXT_STEPS else one for one in OF_COMMITMENTS)


def in_campaign(questions: tuple[Question, ...], *, is_final: bool) -> tuple[Question, ...]:
    """What sheets with these questions ask in a campaign: a final one asks what each promise taught."""
    return OF_COMMITMENTS_AT_TERM if is_final and questions is OF_COMMITMENTS else questions


def minutes(questions: tuple[Question, ...]) -> int:
    """How long a sheet takes, in minutes rounded up to five."""
    return -(-sum(question.minutes for question in questions) // 5) * 5


def columns(questions: tuple[Question, ...]) -> tuple[str, ...]:
    """The columns of the board for these questions, in their order."""
    return tuple(dict.fromkeys(question.column for question in questions if question.column))

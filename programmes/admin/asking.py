"""What may be asked of the trail: by whom, which way, which field, between which days; and its pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.db.models import BooleanField, F, Func, Model, Q, QuerySet, Window
from django.db.models.functions import Lag
from django.http import QueryDict
from django.utils import timezone
from pghistory.models import Context

from ..channels import Channel, among
from ..models import Organisation, User
from . import telling, trail
from .trail import Place, action_link

ROWS = 25  # actions on a page
Sources = Sequence[tuple[Place, QuerySet[Any]]]


@dataclass(frozen=True)
class Page:
    """Some actions, and the address of the ones before."""

    rows: list[Context]
    older: str = ""
    newest: str = ""


def cut(actions: QuerySet[Context], asked: QueryDict, size: int = ROWS) -> Page:
    """A page of actions from a cursor on: it costs the same at any depth, and nothing new shifts it."""
    cursor = cursor_of(asked.get("avant", ""))
    if cursor:
        moment, key = cursor
        actions = actions.filter(Q(created_at__lt=moment) | Q(created_at=moment, pk__lt=key), created_at__lte=moment)
    rows = list(actions[: size + 1])
    rest = asked.copy()
    rest.pop("avant", None)
    newest = f"?{rest.urlencode()}" if cursor else ""
    if len(rows) <= size:
        return Page(rows, newest=newest)
    last = rows[size - 1]
    rest["avant"] = f"{last.created_at.isoformat()}_{last.pk}"
    return Page(rows[:size], older=f"?{rest.urlencode()}", newest=newest)


def cursor_of(text: str) -> tuple[datetime, UUID] | None:
    """Where a page begins; None at the start, and for what is no cursor."""
    moment, _line, key = text.rpartition("_")
    try:
        found = datetime.fromisoformat(moment)
        return (found, UUID(key)) if found.tzinfo else None
    except ValueError:
        return None


class Question(forms.Form):
    """What both pages may be asked."""

    person = forms.ModelChoiceField(
        label="Personne", queryset=User.objects.all(), required=False, empty_label="Toutes", to_field_name="pk"
    )
    way = forms.ChoiceField(label="Voie", choices=[("", "Toutes"), *Channel.choices], required=False)
    use_required_attribute = False

    def __init__(self, data: Any, *, sources: Sources) -> None:
        super().__init__(data, label_suffix="")
        self.sources = sources

    def asked(self, name: str) -> Any:
        """An answer; None when there is none, or when it makes no sense."""
        self.is_valid()
        return self.cleaned_data.get(name) or None

    @property
    def is_asked(self) -> bool:
        """Whether anything is asked at all."""
        return any(self.asked(name) for name in self.fields)

    def narrowed(self) -> QuerySet[Context]:
        """The actions that left something in the parts of the trail that are asked for."""
        return trail.touching(self.sources)

    def actions(self) -> QuerySet[Context]:
        """The actions that answer, the latest first."""
        actions = self.narrowed()
        if person := self.asked("person"):
            actions = actions.filter(metadata__user=person.pk)
        if way := self.asked("way"):
            actions = actions.filter(among(Channel(way)))
        return actions


class HistoryQuestion(Question):
    """What the history of a record may be asked."""

    field = forms.ChoiceField(label="Champ", required=False)

    def __init__(self, data: Any, *, sources: Sources, model: type[Model]) -> None:
        super().__init__(data, sources=sources)
        own: Any = self.fields["field"]
        kept = telling.kept_fields(model) if trail.has_trail(model) else []
        columns = [(column.name, _capital(column.verbose_name)) for column in kept]
        rows = [
            (f"lignes-{place.model._meta.model_name}", _capital(place.model._meta.verbose_name_plural))
            for place, _rows in sources
            if not place.is_own
        ]
        own.choices = [("", "Tous"), ("Champs de la fiche", columns), ("Lignes de la fiche", rows)]

    def narrowed(self) -> QuerySet[Context]:
        """Those that changed the field, or the rows, that are asked for."""
        name = self.asked("field")
        if not name:
            return super().narrowed()
        kind = name.removeprefix("lignes-")
        if kind != name:
            return trail.touching([(at, rows) for at, rows in self.sources if at.model._meta.model_name == kind])
        place, rows = self.sources[0]
        return trail.latest(Context.objects.filter(pk__in=changing(place, rows, name)))


DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RecentQuestion(Question):
    """What the page of recent changes may be asked."""

    organisation = forms.ModelChoiceField(
        label="Organisme", queryset=Organisation.objects.filter(users__isnull=False).distinct(), required=False,
        empty_label="Tous",
    )  # fmt: skip
    kind = forms.ChoiceField(label="Nature de fiche", required=False)
    since = forms.DateField(label="Du", required=False, widget=DAY)
    until = forms.DateField(label="Au", required=False, widget=DAY)

    def __init__(self, data: Any, *, reading: trail.Reading) -> None:
        super().__init__(data, sources=())
        self.reading = reading
        own: Any = self.fields["kind"]
        self.kinds = {place.record._meta.label_lower: place.record for place in reading.places if place.is_own}
        named = [(label, _capital(model._meta.verbose_name_plural)) for label, model in self.kinds.items()]
        own.choices = [("", "Toutes"), *sorted(named, key=lambda item: item[1])]

    def narrowed(self) -> QuerySet[Context]:
        """Those that touched a record of the kind that is asked for."""
        actions = trail.touching(self.reading.sources(self.kinds.get(self.asked("kind") or "")))
        if body := self.asked("organisation"):
            people = list(User.objects.filter(organisation=body).values_list("pk", flat=True))
            actions = actions.filter(metadata__user__in=people)
        if since := self.asked("since"):
            actions = actions.filter(created_at__gte=_midnight(since))
        if until := self.asked("until"):
            actions = actions.filter(created_at__lt=_midnight(until + timedelta(days=1)))
        return actions


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def changing(place: Place, rows: QuerySet[Any], name: str) -> QuerySet[Any]:
    """The actions that gave a column another value than before."""
    before = Window(Lag(name), partition_by=F("id"), order_by=F("pgh_id").asc())
    return (
        rows.annotate(value_before=before)
        .annotate(is_other=IsOther(F("value_before"), F(name)))
        .filter(is_other=True)
        .values(action_link(place))
    )


class IsOther(Func):
    """Whether two values differ, nothing being a value."""

    template = "(%(expressions)s)"
    arg_joiner = " IS DISTINCT FROM "
    output_field = BooleanField()


def _capital(text: Any) -> str:
    return str(text)[:1].upper() + str(text)[1:]

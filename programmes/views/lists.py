"""What every public list with facets shares: filters, orders, pages, and what an address asks wrongly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise, cached_property
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from ..filters import BOUND, PER_PAGE, FacetedFilterSet, Order, Page, Wrong
from ..filters.pages import NUMBERED
from ..filters.sets import shortened
from .cards import Card
from .taking import TakenAway

Text = str | Promise
RELEVANCE = "relevance"
RELEVANCE_LABEL = gettext_lazy("pertinence")


@dataclass(frozen=True, kw_only=True)
class SortChoice:
    """One order of a list, its name in addresses, and the address that asks for it."""

    name: str
    label: Text
    address: str
    current: bool


class FacetedListView(TakenAway, TemplateView):
    """A public list: a filter set, orders to choose from, pages. The first order is the list's own.

    `told` is what the page says of itself to networks. A search is shown by relevance unless another order is asked
    for; of words that most records hold, as many answers are ranked as anybody leafs through, whichever: the other
    orders show them all.
    """

    model: Any
    filterset_class: type[FacetedFilterSet]
    sorts: ClassVar[Mapping[str, Order]] = {}
    told: ClassVar[Text] = ""
    per_page: ClassVar[int] = PER_PAGE

    @property
    def everything(self) -> Any:
        """All that this visitor may see, before any filter."""
        return self.model._default_manager.visible_to(self.request.user)

    @cached_property
    def filterset(self) -> FacetedFilterSet:
        """The filters as the address sets them."""
        return self.filterset_class(self.request.GET, self.everything, self.stamp)

    @property
    def stamp(self) -> str:
        """What stands for everything public today; nothing where nobody asked for it, and counts are then made anew."""
        state = getattr(self.request, "public_state", "")
        return f"{state} {localdate()}" if state else ""

    @property
    def words(self) -> str:
        """The words that are searched, if any."""
        return self.filterset.words

    @cached_property
    def sort(self) -> str:
        """The order asked for, or the list's own; relevance for a search."""
        asked = self.request.GET.get("sort", "")
        own = RELEVANCE if self.words else next(iter(self.sorts))
        return asked if asked in self.sorts else own

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list; 404 for a page that it does not have, with the list's own frame around the message."""
        context = self.get_context_data(**kwargs)
        return self.render_to_response(context, status=404 if context["is_beyond"] else 200)

    def ordered(self) -> Any:
        """The whole list as filtered and sorted: what a file of it holds."""
        rows = self.filterset.qs
        return rows.ranked(self.words).order_by("-relevance", "pk") if self.sort == RELEVANCE else self.order.of(rows)

    def taken(self) -> Any:
        """Every row that the filters leave, in the order chosen; None when something of the address cannot be read."""
        return None if self.filterset.wrong or any(self._wrong_order()) else self.ordered()

    @property
    def order(self) -> Order:
        """The order of the rows; that of the list itself where a search is ranked."""
        return self.sorts.get(self.sort) or next(iter(self.sorts.values()))

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """The page of rows with what its template shows of them, and the tools around them."""
        page, wrong = self._page(), (*self.filterset.wrong, *self._wrong_order())
        beyond = self._beyond(page)
        return super().get_context_data(**context) | {
            "filter": self.filterset,
            "page": page,
            "object_list": page.rows if page else [],
            "found": self.found,
            "total": self.filterset.whole.every,
            "is_bounded": self.is_bounded,
            "wrong": (*wrong, *([beyond] if beyond else [])),
            "is_beyond": beyond is not None,
            "sorts": self._sort_choices(),
            "has_demo": any(row.is_demo for row in page.rows) if page else False,
            "card": Card(description=str(self.told), page="CollectionPage"),
        }

    @property
    def found(self) -> int:
        """How many records the filters leave; of a search, as far as they are counted."""
        return min(self.filterset.counts.every, BOUND) if self.is_bounded else self.filterset.counts.every

    @property
    def is_bounded(self) -> bool:
        """Whether more records answer a search than are counted."""
        return bool(self.words) and self.filterset.counts.every > BOUND

    def _page(self) -> Page | None:
        """The page asked for; None when the list has no such page."""
        asked = self.request.GET
        for name, turn in (("after", self._after), ("before", self._before)):
            if name in asked:
                place = self.order.place(self.everything, asked[name]) if "\x00" not in asked[name] else None
                return turn(place) if place else None
        number = asked.get("page") or "1"
        if not (number.isascii() and number.isdecimal() and len(number) < 4 and 1 <= int(number) <= self._last):
            return None
        return self._numbered(int(number))

    @property
    def _last(self) -> int:
        return max(1, min(NUMBERED, -(-self.found // self.per_page)))

    def _numbered(self, number: int) -> Page:
        rows = self._rows((number - 1) * self.per_page)
        following = ""
        if number < self._last:
            following = self._address(page=str(number + 1))
        elif number == NUMBERED and self.found > BOUND and rows and self.sort != RELEVANCE:
            following = self._address(after=rows[-1].slug)
        previous = self._address(page=str(number - 1)) if number > 1 else ""
        base = self._address(page="")
        return Page(
            rows=rows,
            number=number,
            first_row=(number - 1) * self.per_page + 1,
            last=self._last,
            base=base,
            previous=previous,
            next=following,
        )

    def _rows(self, start: int) -> list[Any]:
        if self.sort == RELEVANCE:
            return self._best(start)
        rows = self.order.of(self.filterset.qs)[start : start + self.per_page]
        # What a line shows is not read for the lines that are passed over.
        return self.picked(list(rows.values_list("pk", flat=True))) if start else self.lines(rows)

    def lines(self, rows: Any) -> list[Any]:
        """Rows with all that a line of the list shows: each has a `pk`, a `slug` and says whether it `is_demo`."""
        return list(rows.for_list())

    def picked(self, keys: list[int]) -> list[Any]:
        """The lines of the records with these keys, in their order."""
        rows = self.model._default_manager.filter(pk__in=keys).order_by()
        found = {row.pk: row for row in self.lines(rows)}
        return [found[key] for key in keys if key in found]

    def _best(self, start: int) -> list[Any]:
        """The best answers, of as many as are ranked."""
        ranked = self.filterset.qs.ranked(self.words).order_by().values_list("relevance", "pk")[:BOUND]
        best = sorted(ranked, key=lambda one: (-one[0], -one[1]))[start : start + self.per_page]
        return self.picked([key for _relevance, key in best])

    def _after(self, place: tuple[Any, ...]) -> Page:
        rows = self.lines(self.order.after(self.filterset.qs, place)[: self.per_page + 1])
        return self._beside(rows[: self.per_page], has_previous=True, has_next=len(rows) > self.per_page)

    def _before(self, place: tuple[Any, ...]) -> Page:
        rows = self.lines(self.order.before(self.filterset.qs, place)[: self.per_page + 1])
        return self._beside(rows[: self.per_page][::-1], has_previous=len(rows) > self.per_page, has_next=True)

    def _beside(self, rows: list[Any], *, has_previous: bool, has_next: bool) -> Page:
        if not rows:
            return Page(previous=self._address(page="1"))
        return Page(
            rows=rows,
            previous=self._address(before=rows[0].slug) if has_previous else "",
            next=self._address(after=rows[-1].slug) if has_next else "",
        )

    def _address(self, **places: str) -> str:
        return self.filterset.replacing(**places)

    def _beyond(self, page: Page | None) -> Wrong | None:
        if page is not None:
            return None
        name = next(name for name in ("after", "before", "page") if name in self.request.GET)
        about = {"value": shortened(self.request.GET[name]), "last": self._last}
        sentence = _(
            "La page «\u00a0%(value)s\u00a0» n’existe pas\u00a0: la dernière page numérotée est la page %(last)s."
        )
        if name != "page":
            sentence = _("La fiche «\u00a0%(value)s\u00a0» n’est pas dans cette liste\u00a0: rien ne peut la suivre.")
        return Wrong(sentence=sentence % about, without=self._address())

    def _wrong_order(self) -> Iterator[Wrong]:
        asked = self.request.GET.get("sort", "")
        if asked and asked not in self.sorts and asked != RELEVANCE:
            sentence = _(
                "«\u00a0%(value)s\u00a0» n’est pas un ordre de cette liste\u00a0: elle est dans son ordre habituel."
            )
            yield Wrong(sentence=sentence % {"value": shortened(asked)}, without=self.filterset.without("sort"))

    def _sort_choices(self) -> list[SortChoice]:
        labels: dict[str, Text] = {RELEVANCE: RELEVANCE_LABEL} if self.words else {}
        labels |= {name: order.label for name, order in self.sorts.items()}
        return [
            SortChoice(name=name, label=label, address=self.filterset.replacing(sort=name), current=name == self.sort)
            for name, label in labels.items()
        ]

"""The years in which actions are under way, to be counted."""

from django.db.models import Case, Expression, Func, IntegerField, Max, Min, Subquery, Value, When
from django.db.models.functions import Coalesce, ExtractYear, Greatest, Least, Now

from ..enums import ProjectState
from .projects import Project


class YearsUnderWay(Func):
    """Each civil year in which an action is under way, a row for each year: what `running_in` says, of every year.

    Where its beginning or its end is not known, the years go as far as anything is known of any action.
    """

    function = "generate_series"
    set_returning = True
    output_field = IntegerField()

    def __init__(self) -> None:
        begun, ended = ExtractYear(Coalesce("actual_start", "planned_start")), ExtractYear("actual_end")
        first = _of_all(Least(Min(begun), ExtractYear(Now())))
        last = _of_all(Greatest(Max(begun), Max(ended), ExtractYear(Now())))
        never = Value(None, output_field=IntegerField())
        super().__init__(
            Coalesce(begun, first), Case(When(state=ProjectState.PROPOSED, then=never), default=Coalesce(ended, last))
        )


def _of_all(bound: Expression) -> Subquery:
    """A bound over every published action."""
    every = Project.objects.published().order_by().values(every=Value(1))
    return Subquery(every.values(bound=bound))

"""One body, one record: joining two records of the same body, taking it back, finding those that look alike."""

from .fields import Choice, choices
from .joining import join
from .planning import Plan, plan
from .separating import separate, standing_against

__all__ = ["Choice", "Plan", "choices", "join", "plan", "separate", "standing_against"]

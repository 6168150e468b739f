"""One body, one record: joining two records of the same body, taking it back, finding those that look alike."""

from .duplicates import resembling
from .fields import Choice, choices
from .joining import join
from .planning import Plan, better_kept, plan
from .separating import separate, standing_against

__all__ = ["Choice", "Plan", "better_kept", "choices", "join", "plan", "resembling", "separate", "standing_against"]

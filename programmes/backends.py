"""The login of staff: an account comes with its roles and its organisation; its roles alone give permissions."""

from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.backends import ModelBackend

from .models import User
from .roles import verbs


class StaffBackend(ModelBackend):
    """Password accounts. What somebody may do is the table of roles, whatever rows of permissions say.

    One query brings the account, its roles and its organisation, where the framework asks for four.
    """

    def get_user(self, user_id: Any) -> User | None:
        """The account of a session, while it is open."""
        user = User.objects.with_roles().select_related("organisation").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """What the roles of an account give; no permission belongs to a row: `models.rights` answers for rows."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        return set(_permissions(user_obj.roles))


@cache
def _permissions(roles: frozenset[str]) -> frozenset[str]:
    """The permissions that these roles give together, as the administration names them."""
    tables = [(model._meta, model.belongs.kind) for model in apps.get_models() if hasattr(model, "belongs")]
    return frozenset(
        f"{options.app_label}.{verb}_{options.model_name}" for options, kind in tables for verb in verbs(roles, kind)
    )

"""The login of staff: throttled, with the same answer whether the account exists or not."""

from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError

from . import throttling


class StaffLoginForm(AdminAuthenticationForm):
    """Counts the failures of an address on an account, and waits after five."""

    def clean(self) -> dict[str, Any]:
        """Refuse without looking at the password once there were too many failures."""
        counters = throttling.keys("login", self.request, str(self.cleaned_data.get("username", "")))
        if throttling.is_exhausted(counters):
            raise ValidationError(
                f"Trop d’essais infructueux. Attendez {throttling.MINUTES} minutes, "
                "ou demandez de l’aide à un administrateur."
            )
        try:
            cleaned = super().clean()
        except ValidationError:
            throttling.count(counters)
            raise
        throttling.forget(counters)
        return cleaned

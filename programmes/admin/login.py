"""The login of staff: throttled, with the same answer whether the account exists or not."""

import hashlib
from typing import Any, Final

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError

TRIES: Final = 5
MINUTES: Final = 15


class StaffLoginForm(AdminAuthenticationForm):
    """Counts the failures of an address on an account, and waits after five."""

    def clean(self) -> dict[str, Any]:
        """Refuse without looking at the password once there were too many failures."""
        key = self._key()
        if cache.get(key, 0) >= TRIES:
            raise ValidationError(
                f"Trop d’essais infructueux. Attendez {MINUTES} minutes, ou demandez de l’aide à un administrateur."
            )
        try:
            cleaned = super().clean()
        except ValidationError:
            cache.set(key, cache.get(key, 0) + 1, MINUTES * 60)
            raise
        cache.delete(key)
        return cleaned

    def _key(self) -> str:
        sender = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        account = str(self.cleaned_data.get("username", "")).casefold()
        return "login-" + hashlib.sha256(f"{sender}|{account}".encode()).hexdigest()

"""Counting attempts, so that nobody tries passwords or asks for mails without end."""

import hashlib
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

MINUTES: Final = 15
SECONDS: Final = MINUTES * 60
PER_ACCOUNT: Final = 5  # attempts of one address on one account
PER_ADDRESS: Final = 50  # attempts of one address on all accounts together: an office shares one


def sender(request: HttpRequest | None) -> str:
    """The network address of who asks. Behind our own proxy it is the last one that the proxy has written down."""
    if request is None:
        return ""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    return forwarded.rsplit(",", 1)[-1].strip() or str(request.META.get("REMOTE_ADDR", ""))


def keys(purpose: str, request: HttpRequest | None, account: str) -> dict[str, int]:
    """The two counters of an attempt, with the limit of each."""
    address = sender(request)
    parts = {f"{address}|{account.strip().casefold()}": PER_ACCOUNT, address: PER_ADDRESS}
    return {f"{purpose}-{hashlib.sha256(part.encode()).hexdigest()}": limit for part, limit in parts.items()}


def counter(purpose: str, of: str, limit: int) -> dict[str, int]:
    """The one counter of something that a place or a link does, with its limit."""
    return {f"{purpose}-{hashlib.sha256(of.encode()).hexdigest()}": limit}


def is_exhausted(counters: dict[str, int]) -> bool:
    """Whether one of the counters has reached its limit."""
    counted = cache.get_many(counters)
    return any(counted.get(key, 0) >= limit for key, limit in counters.items())


def count(counters: dict[str, int]) -> None:
    """One more on each counter; two at the same instant count twice."""
    for key in counters:
        cache.add(key, 0, SECONDS)
        cache.incr(key)


def forget(counters: dict[str, int]) -> None:
    """Count the account anew; the address keeps what it tried on other accounts."""
    cache.delete(next(iter(counters)))

"""Secrets that stand in an address: shown once to whom they are for, stored as a hash alone."""

import hashlib
import secrets

LENGTH = 32  # bytes of chance: nobody guesses one


def new() -> str:
    """A token that fits in an address."""
    return secrets.token_urlsafe(LENGTH)


def digest(token: str) -> str:
    """What is stored of a token: 64 hexadecimal digits from which it cannot be found again.

    256 random bits need no salt, and nobody can choose what their hash begins with.
    """
    return hashlib.sha256(token.encode()).hexdigest()

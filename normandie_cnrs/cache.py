"""The cache that all web workers share."""

from typing import Any

from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis import ConnectionPool, Redis


class OneClient(RedisCacheClient):
    """Keeps its client of each server. Django makes one for each command, which costs more than the command itself."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._clients: dict[ConnectionPool, Redis] = {}

    def get_client(self, key: Any = None, *, write: bool = False) -> Redis:
        """The client of the server that takes such commands."""
        pool = self._get_connection_pool(write)  # type: ignore[attr-defined]  # unknown to Django's stubs
        if pool not in self._clients:
            self._clients[pool] = Redis(connection_pool=pool)
        return self._clients[pool]


class SharedCache(RedisCache):
    """Django's own, by way of one client."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = OneClient

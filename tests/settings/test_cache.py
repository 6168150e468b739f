"""The cache that web workers share."""

from normandie_cnrs.cache import SharedCache


def test_all_commands_to_a_server_go_by_way_of_one_client() -> None:
    shared = SharedCache("redis://queue.invalid/1", {})

    readers, writer = [shared._cache.get_client("page") for _time in range(2)], shared._cache.get_client(write=True)

    assert readers == [writer, writer]

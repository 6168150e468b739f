"""Tasks that a killed worker had taken from the embedded broker: back at the head of their queue."""

from kombu import Connection


def restore_unfinished(broker_url: str) -> int:
    """Puts every unacknowledged message back and says how many. Only right while no worker runs on this broker.

    Left alone they would wait for the visibility timeout, an hour (kombu's transport for Redis keeps a taken message
    in a hash, its tag in a sorted set, until the worker acknowledges it).
    """
    with Connection(broker_url) as connection:
        channel = connection.default_channel
        with channel.conn_or_acquire() as client:
            tags = client.zrange(channel.unacked_index_key, 0, -1)
        for tag in tags:
            channel.qos.restore_by_tag(tag.decode(), leftmost=True)
    return len(tags)


def check_broker(broker_url: str) -> None:
    """Raises kombu's OperationalError when the broker does not answer within seconds."""
    with Connection(broker_url, connect_timeout=5) as connection:
        connection.ensure_connection(max_retries=1, interval_start=0, timeout=5, reraise_as_library_errors=True)

"""A mail server of twenty lines, spoken to over a real socket: keeps what it is given, or refuses it."""

import socketserver
from email import message_from_bytes, policy
from threading import Thread
from typing import Any


class Dialogue(socketserver.StreamRequestHandler):
    """One connection of a sender."""

    server: "MailServer"

    def handle(self) -> None:
        """Answer each line."""
        self._say(220)
        for line in self.rfile:
            said = line.decode().upper()
            if said.startswith("DATA"):
                self._say(354)
                self.server.keep(b"".join(iter(self.rfile.readline, b".\r\n")))
            self._say(next((code for start, code in self.server.refused.items() if said.startswith(start)), 250))

    def _say(self, code: int) -> None:
        self.wfile.write(f"{code} essai\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on a free port of this machine; `refused` gives the code for lines that begin so."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Dialogue)
        self.messages: list[Any] = []
        self.refused: dict[str, int] = {}
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    def keep(self, data: bytes) -> None:
        """Note a message."""
        self.messages.append(message_from_bytes(data, policy=policy.default))

    def stop(self) -> None:
        """Answer nobody any more."""
        self.shutdown()
        self.server_close()

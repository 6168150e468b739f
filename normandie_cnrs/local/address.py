"""The web address of a start: is its port free, under which names may it be asked, does it answer."""

import socket
import urllib.error
import urllib.request

import psutil

from .errors import LocalError

EVERY_INTERFACE = ("0.0.0.0", "::")  # noqa: S104 - compared with what the person asked for, never a default
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]


class Address:
    """A host and a port to listen on."""

    def __init__(self, host: str, port: int) -> None:
        self.host, self.port = host, port

    @property
    def bind(self) -> str:
        """For the web server."""
        return f"{self._bracketed(self.host)}:{self.port}"

    @property
    def url(self) -> str:
        """For a browser on this machine."""
        host = "127.0.0.1" if self.host in EVERY_INTERFACE else self.host
        return f"http://{self._bracketed(host)}:{self.port}/"

    @property
    def names(self) -> list[str]:
        """The host names that the site answers to: this machine's own, as far as it listens on them."""
        if self.host not in EVERY_INTERFACE:
            return [*LOOPBACK, self._bracketed(self.host)]
        cards = [card for cards in psutil.net_if_addrs().values() for card in cards]
        found = {card.address for card in cards if card.family in (socket.AF_INET, socket.AF_INET6)}
        return [*LOOPBACK, socket.gethostname(), *sorted(self._bracketed(address) for address in found)]

    def check_free(self) -> None:
        """Raises LocalError when the port cannot be listened on."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
            except socket.gaierror:
                raise LocalError(f"L’adresse « {self.host} » n’est pas connue de cette machine.") from None
            except PermissionError:
                raise LocalError(f"Le port {self.port} est réservé au système : ./start --port 8000") from None
            except OSError:
                raise LocalError(
                    f"Le port {self.port} est déjà pris : ./start --port {self.port % 65_000 + 1}"
                ) from None

    def answers(self) -> bool:
        """Whether the web server is there."""
        return self._status("healthz") == 200

    def first_page_fails(self) -> bool:
        """Whether the first page answers with an error of ours."""
        return self._status("") >= 500

    def _status(self, path: str) -> int:
        """The HTTP code that this page answers, after redirects; 0 when nobody answers."""
        try:
            with urllib.request.urlopen(f"{self.url}{path}", timeout=30) as answer:  # noqa: S310 - our own address
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    @staticmethod
    def _bracketed(host: str) -> str:
        return f"[{host}]" if ":" in host else host

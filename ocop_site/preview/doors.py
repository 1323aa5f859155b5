"""Where the preview listens: on this machine, and where it is asked to on its address in the network."""

import socket
from contextlib import suppress

from ocop_site.frozen import frozen

NEXT = 20
"""So many ports are tried beyond one that is taken."""

_ELSEWHERE = ("192.0.2.1", 9)
"""An address for documentation (RFC 5737). Nothing is sent to it: the system only tells which way it would go."""


class PortTaken(Exception):
    """Other programs listen at the port and at those after it, or the system keeps them."""


class NoNetwork(Exception):
    """The machine has no such address in a network."""


@frozen
class Doors:
    """The sockets at one port: this machine's own, and the one at an address for guests."""

    own: socket.socket
    guests: socket.socket | None = None
    address: str = ""

    @property
    def port(self) -> int:
        port: int = self.own.getsockname()[1]
        return port

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def guests_url(self) -> str:
        """Where guests find the site: the address as a telephone is told it."""
        return f"http://{host_of(self.address)}:{self.port}/"

    def close(self) -> None:
        for door in (self.own, self.guests):
            if door:
                door.close()


def host_of(address: str) -> str:
    """An address of the Internet Protocol as it stands in URLs."""
    return f"[{address}]" if ":" in address else address


def listen(port: int, address: str = "") -> Doors:
    """Ours from here on, at the port or the first after it that is free. PortTaken, NoNetwork."""
    for tried in range(port, min(port + NEXT, 65535) + 1) if port else [0] * NEXT:
        with suppress(OSError):
            own = _door("127.0.0.1", tried)
            try:
                guests = _door(address, own.getsockname()[1]) if address else None
            except OSError:
                own.close()
                raise
            return Doors(own, guests, address)
    raise PortTaken(port)


def network_address(wish: str = "") -> str:
    """One of this machine's own addresses: as it was named, or the one that its network knows it by. NoNetwork."""
    family = socket.AF_INET6 if ":" in wish else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            if wish:
                asking.bind((wish, 0))
            else:
                asking.connect(_ELSEWHERE)
            found: str = asking.getsockname()[0]
    except OSError as error:
        raise NoNetwork(wish) from error
    return found


def _door(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    door = socket.create_server((address, port), family=family, backlog=128)
    door.setblocking(False)
    return door

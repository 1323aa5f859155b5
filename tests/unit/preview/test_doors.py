"""Where the preview listens."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from ocop_site.preview.doors import NEXT, Doors, NoNetwork, PortTaken, listen, network_address


@contextmanager
def taken(port: int = 0) -> Iterator[Doors]:
    with closing(listen(port)) as doors:
        yield doors


def test_a_busy_port_moves_on_to_the_next_one_that_is_free() -> None:
    with taken() as other, taken(other.port) as moved:
        assert other.port < moved.port <= other.port + NEXT
        with taken(other.port) as further:
            assert further.port not in (other.port, moved.port)


def test_there_is_an_end_to_moving_on() -> None:
    with taken(65535), pytest.raises(PortTaken):
        listen(65535)


def test_guests_are_met_at_the_same_port_or_both_move_on() -> None:
    try:
        address = network_address("127.0.0.2")
    except NoNetwork:
        pytest.skip("this machine has one address alone")
    with closing(listen(0, address)) as doors:
        assert doors.guests
        assert doors.guests.getsockname() == (address, doors.port)
        assert doors.guests_url == f"http://127.0.0.2:{doors.port}/"
        with closing(listen(doors.port, address)) as moved:
            assert moved.guests
            assert moved.port == moved.guests.getsockname()[1] > doors.port


def test_an_address_of_another_machine_is_none_to_listen_at() -> None:
    with pytest.raises(NoNetwork):
        network_address("192.0.2.7")

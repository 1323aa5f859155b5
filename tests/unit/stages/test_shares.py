"""What several processes made is taken in an order in which everything that a share depends on is known."""

from itertools import permutations

from tests.support import MadeShare, Share, in_turn, some


def made(maker: int, turn: int) -> MadeShare:
    return MadeShare(Share(), (), None, maker, turn, ())


def test_the_shares_of_a_process_are_taken_in_the_order_in_which_it_made_them() -> None:
    shares = [made(1, 0), made(1, 1), made(1, 2), made(2, 0), made(2, 1)]
    for order in some(permutations(shares)):
        taken = list(in_turn(order))
        assert sorted(taken, key=lambda share: (share.maker, share.turn)) == shares
        for maker in (1, 2):
            turns = [share.turn for share in taken if share.maker == maker]
            assert turns == sorted(turns)

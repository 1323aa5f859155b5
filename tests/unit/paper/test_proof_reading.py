"""Proof-reading: a code that does not say what it should is found, sheet by sheet; copies are counted."""

from ocop_site.codes.qr import encode
from ocop_site.paper.proof_reading import unread
from ocop_site.units import MM
from ocop_site.views.paper import Leaf, Piece, PrintedCode

RIGHT, WRONG = "https://a.vn/p/LA001/", "https://a.vn/p/LA002/"


def code(x: float, address: str) -> PrintedCode:
    drawn = encode(address)
    return PrintedCode(x * MM, 2 * MM, 26 * MM, drawn.side, drawn.path, address)


def leaf(*codes: PrintedCode) -> Leaf:
    return Leaf(100 * MM, 40 * MM, (Piece(0 * MM, 0 * MM, 100 * MM, 40 * MM, (), codes),))


def drawing(*codes: PrintedCode) -> str:
    drawn = "".join(
        f'<svg x="{each.x}" y="{each.y}" width="{each.size}" height="{each.size}" '
        f'viewBox="0 0 {each.side} {each.side}"><path d="{each.path}"/></svg>'
        for each in codes
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="40mm" viewBox="0 0 100 40">{drawn}</svg>'


def test_every_code_is_read_back() -> None:
    codes = code(2, RIGHT), code(40, WRONG)
    assert unread(drawing(*codes), [leaf(*codes)]) == []


def test_a_code_that_says_something_else_is_found_on_its_sheet() -> None:
    good, bad = code(2, RIGHT), code(2, WRONG)
    html = drawing(good) + drawing(bad)
    assert unread(html, [leaf(good), leaf(good)]) == [(2, RIGHT)]


def test_a_copy_that_is_covered_is_missed() -> None:
    codes = code(2, RIGHT), code(40, RIGHT)
    covered = drawing(*codes).replace("</svg></svg>", '</svg><path d="M40 2h20v20h-20z"/></svg>')
    assert unread(covered, [leaf(*codes)]) == [(1, RIGHT)]

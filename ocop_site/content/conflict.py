"""Two people's changes to one file, merged by a program that left both sides in it for a person to choose."""

from collections.abc import Sequence

from ocop_site.content.entry import Slip

_BEGINS, _ENDS = "<<<<<<< ", ">>>>>>> "

_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""As git writes them (gitattributes(5), conflict-marker-size); a line of `=======` alone may underline a heading."""


def refuse_conflict(lines: Sequence[str]) -> None:
    """Raises a Slip at the first mark that a merge left behind."""
    if not any(line.startswith((_BEGINS, _ENDS)) for line in lines):
        return
    found = [number for number, line in enumerate(lines, start=1) if line.startswith((_BEGINS, _ENDS))]
    if found:
        within = range(found[0], found[-1] + 1)
        marks = dict.fromkeys(mark for number in within for mark in _MARKS if lines[number - 1].startswith(mark))
        raise Slip("file.conflict", found[0], 1, end=found[-1], marks=" ".join(marks))

"""What is left standing in an article where something was not known yet; of fields it is told as they are read."""

from collections.abc import Iterator
from typing import Any

from ocop_site.content.shape import Shaped
from ocop_site.problems import Problem
from ocop_site.records.values.placeholders import is_left_line, is_placeholder, left_standing


def placeholder_problems(shaped: Shaped[Any]) -> Iterator[Problem]:
    entry = shaped.entry
    if not entry.body:
        return
    if is_placeholder(entry.body):
        yield entry.problem_at("value.placeholder", entry.body_line, 1, found=entry.body)
        return
    for number in range(entry.body_line, len(entry.lines) + 1):
        line = entry.lines[number - 1]
        if match := left_standing(line):
            yield entry.problem_at("value.placeholder", number, match.start() + 1, found=match[0])
        elif is_left_line(line):
            yield entry.problem_at("value.placeholder", number, 1, found=line.strip())

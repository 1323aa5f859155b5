"""How long a command took by its stages, which together are the whole."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args

import click

from ocop_site.messages import command_messages, help_text

if TYPE_CHECKING:
    from ocop_site.run import Run, StageName

timings_option = click.option("--timings", is_flag=True, help=help_text("option.timings"))


def timings_of(run: "Run") -> Mapping["StageName", float]:
    """Seconds by stage until now, in the journey's order and to the millisecond, so that what is shown adds up."""
    from ocop_site.run import StageName

    seconds = run.seconds
    return {stage: round(seconds[stage], 3) for stage in get_args(StageName) if stage in seconds}


def table(seconds: Mapping["StageName", float], messages: str) -> Iterator[str]:
    """For people: a line a stage, then the whole."""
    words = command_messages(messages)
    rows = {words(f"stage.{stage}"): taken for stage, taken in seconds.items()}
    rows[words("timings-whole")] = sum(seconds.values())
    width = max(map(len, rows))
    yield words("timings")
    yield from (f"  {name:{width}} {taken:9.3f}" for name, taken in rows.items())

"""Commands whose `--help` is in the editor's language, with click's own headings and signs for values."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click

from ocop_site.cli.folders import settle
from ocop_site.cli.usage import Day, WrongUsage, long_dash, told
from ocop_site.messages import help_text


class TranslatedFormatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{help_text('help.usage')} ")

    def write_heading(self, heading: str) -> None:
        super().write_heading({"Options": help_text("help.options"), "Commands": help_text("help.commands")}[heading])


class TranslatedContext(click.Context):
    formatter_class = TranslatedFormatter


class TranslatedCommand(click.Command):
    """A command whose help and whose mistakes in usage are told in the editor's language."""

    context_class = TranslatedContext

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("options_metavar", help_text("help.options-sign"))
        settings: Mapping[str, Any] = options.get("context_settings") or {}
        options["context_settings"] = {"help_option_names": ["-h", "--help"], **settings}
        super().__init__(*arguments, **options)
        for param in self.params:
            if isinstance(param, click.Option) and not param.is_flag:
                param.metavar = param.metavar or _sign(param.type)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = help_text("option.help")
        return option

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        return super().make_context(info_name, args, parent, allow_extra_args=True, **extra)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        with told(ctx, [*args]):
            rest = super().parse_args(ctx, args)
            if rest and not isinstance(self, click.Group):
                raise long_dash(rest, ctx) or WrongUsage("usage.extra", ctx, found=" ".join(rest))
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        settle(ctx)
        return super().invoke(ctx)


def command(name: str, **options: Any) -> Callable[[Callable[..., Any]], TranslatedCommand]:
    """Makes a function a command of that class."""
    return click.command(name, cls=TranslatedCommand, **options)


class TranslatedGroup(TranslatedCommand, click.Group):
    """Commands of that class."""

    command_class = TranslatedCommand

    def __init__(self, *arguments: Any, **options: Any) -> None:
        options.setdefault("subcommand_metavar", help_text("help.command-sign"))
        super().__init__(*arguments, **options)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        with told(ctx, args):
            return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """What a command itself refuses is in its own words."""
        try:
            return super().invoke(ctx)
        except WrongUsage:
            raise
        except click.UsageError as error:
            raise WrongUsage("usage.said", error.ctx or ctx, words=error.format_message()) from error


class LazyGroup(TranslatedGroup):
    """Commands by the module that has them, imported when one is run; to list them needs none."""

    def __init__(self, *arguments: Any, homes: Mapping[str, str], **options: Any) -> None:
        self.homes = homes
        super().__init__(*arguments, **options)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(self.homes)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.homes:
            return None
        found: click.Command = getattr(import_module(f"ocop_site.cli.{self.homes[name]}"), f"{name}_command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        listed = [click.Command(name, help=help_text(f"command.{name}")) for name in self.list_commands(ctx)]
        click.Group(commands=listed).format_commands(ctx, formatter)


def _sign(kind: click.ParamType[Any]) -> str | None:
    """What stands for a value; those to choose from stand for themselves."""
    match kind:
        case click.Choice():
            return None
        case Day():
            return help_text("help.day")
        case click.IntRange():
            return help_text("help.number")
        case click.Path():
            return help_text("help.file") if kind.file_okay else help_text("help.folder")
    return help_text("help.words")

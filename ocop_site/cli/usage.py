"""What is told of a command that was used wrongly, in the editor's language: click says it in English.

The types of options raise a `WrongValue`, and the classes of commands a `WrongUsage`, with a key of `commands.yaml`;
what click raises of its own becomes a `WrongUsage`, whatever it is.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from ocop_site.messages import command_messages, language_asked_for, message
from ocop_site.problems import Mistake, nearest
from ocop_site.records.values.dates import parse_day
from ocop_site.records.values.web_address import parse_site_url

if TYPE_CHECKING:
    from ocop_site.paper.offset import Offset


class WrongUsage(click.UsageError):
    """A key of `commands.yaml`, and what its words need; told with the command whose help says more."""

    def __init__(self, key: str, ctx: click.Context, language: str | None = None, **details: Any) -> None:
        super().__init__(key, ctx)
        self.key, self.details = key, details
        self.language = language or language_asked_for()

    def format_message(self) -> str:
        details = self.details
        if isinstance(mistake := details.get("mistake"), Mistake):
            details = {**details, "words": message(mistake.code, self.language, mistake.details)}
        return command_messages(self.language)(self.key, **details)

    def show(self, file: IO[Any] | None = None) -> None:
        words = command_messages(self.language)
        click.echo(words("usage.wrong", message=self.format_message()), file=file, err=True)
        path = self.ctx.command_path if self.ctx else ""
        click.echo(words("usage.help", command=f"{path} --help"), file=file, err=True)


class WrongValue(click.BadParameter):
    """The same of a value; click adds the option."""

    def __init__(self, key: str, value: object, **details: Any) -> None:
        super().__init__(key)
        self.key, self.details = key, {"value": value, **details}


class Day(click.ParamType[date]):
    name = "day"

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else parse_day(value)
        except Mistake:
            _refuse("usage.day", value)


class SiteUrl(click.ParamType[str]):
    name = "url"

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> str:
        """Refused at the option, before anything is read: the site's own address may be right."""
        try:
            return parse_site_url(str(value))
        except Mistake as mistake:
            _refuse("usage.value", value, mistake=mistake)


class Millimetres(click.ParamType["Offset"]):
    """Two lengths, across and down."""

    name = "x,y"

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> "Offset":
        from ocop_site.paper.offset import parse_offset

        try:
            return parse_offset(str(value))
        except Mistake as mistake:
            _refuse("usage.value", value, mistake=mistake)


class Words(click.ParamType[str]):
    """Letters: what a shell in another encoding hands on can be no name and no address."""

    name = "text"

    def convert(self, value: Any, _param: click.Parameter | None, _ctx: click.Context | None) -> str:
        text = str(value)
        _refuse_option(text)
        if not text.strip():
            _refuse("usage.empty", value)
        if any("\ud800" <= character <= "\udfff" for character in text):
            _refuse("usage.letters", value)
        return text


class OneOf(click.Choice[str]):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            _refuse("usage.choice", value, choices=", ".join(self.choices))


class WholeNumber(click.IntRange):
    """From `min`, which it must have."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            if self.max is None:
                _refuse("usage.number-from", value, least=self.min)
            _refuse("usage.number", value, least=self.min, most=self.max)


class FilePath(click.Path):
    """A file, or with `is_folder` a folder, that may have yet to be made."""

    def __init__(self, *, is_folder: bool = False) -> None:
        super().__init__(path_type=Path, file_okay=not is_folder, dir_okay=is_folder)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        _refuse_option(value)
        if value == "":  # as of a variable that was never set: it would be the current folder
            _refuse("usage.empty", value)
        try:
            return Path(os.fsdecode(super().convert(value, param, ctx)))
        except click.BadParameter:
            if Path(value).is_file() and not self.file_okay:
                _refuse("usage.not-a-folder", value)
            if Path(value).is_dir() and not self.dir_okay:
                _refuse("usage.not-a-file", value)
            _refuse("usage.closed", value)


@contextmanager
def told(ctx: click.Context, arguments: Sequence[str]) -> Iterator[None]:
    """What is wrong with the arguments of a command is told in the language that they ask for."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        wrong = _wrong(error, ctx)
        wrong.language = language_asked_for(arguments)
        raise wrong from None


def _refuse_option(value: object) -> None:
    """An option without its value takes the next option for it."""
    if isinstance(value, str) and value.startswith("--"):
        raise WrongValue("usage.value-missing", value)


def _refuse(key: str, value: object, **details: object) -> NoReturn:
    _refuse_option(value)
    raise WrongValue(key, value, **details)


def _wrong(error: click.UsageError, ctx: click.Context) -> WrongUsage:
    match error:
        case WrongUsage():
            return error
        case WrongValue():
            return WrongUsage(error.key, ctx, option=_name(error.param), **error.details)
        case click.NoSuchOption():
            return _unknown_option(error.option_name, ctx)
        case click.exceptions.NoSuchCommand():
            return _unknown_command(error.command_name, ctx)
        case click.BadOptionUsage():
            return _value_or_none(error.option_name, ctx)
        case click.MissingParameter():
            return WrongUsage("usage.missing", ctx, option=_name(error.param))
        case click.BadParameter():
            return WrongUsage("usage.value", ctx, option=_name(error.param), words=error.message)
    return WrongUsage("usage.other", ctx, words=error.format_message())


def _unknown_option(found: str, ctx: click.Context) -> WrongUsage:
    if near := nearest(found, [name for param in ctx.command.get_params(ctx) for name in param.opts]):
        return WrongUsage("usage.option-near", ctx, found=found, near=near)
    return WrongUsage("usage.option", ctx, found=found)


def long_dash(arguments: Sequence[str], ctx: click.Context) -> WrongUsage | None:
    """Word makes one long dash of the two hyphens before an option, and a command is often copied from there."""
    for found in arguments:
        if (name := found.lstrip("—–−-")) != found and name and not found.startswith("-"):
            return WrongUsage("usage.long-dash", ctx, found=found, right=f"--{name}")
    return None


def _unknown_command(found: str, ctx: click.Context) -> WrongUsage:
    if dash := long_dash([found], ctx):
        return dash
    known = ctx.command.list_commands(ctx) if isinstance(ctx.command, click.Group) else []
    if near := nearest(found, known):
        return WrongUsage("usage.command-near", ctx, found=found, near=near)
    return WrongUsage("usage.command", ctx, found=found, known=", ".join(known))


def _value_or_none(option: str, ctx: click.Context) -> WrongUsage:
    is_flag = any(option in param.opts and getattr(param, "is_flag", False) for param in ctx.command.get_params(ctx))
    if is_flag:
        return WrongUsage("usage.flag", ctx, option=option)
    return WrongUsage("usage.value-missing", ctx, option=option)


def _name(param: click.Parameter | None) -> str:
    return param.opts[-1] if param else ""

"""All that the program says is there in Vietnamese and English, with the same blanks to fill in."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from string import Formatter

import click
import pytest

import ocop_site
from ocop_site.cli.commands import HOMES, commands
from ocop_site.messages import (
    LANGUAGE_VARIABLE,
    MESSAGE_LANGUAGES,
    command_messages,
    help_text,
    is_known,
    message,
    preview_messages,
)
from ocop_site.text.wording import load_words

HOME = Path(ocop_site.__file__).parent / "messages"


def read(file: Path) -> Mapping[str, Mapping[str, object]]:
    return load_words(file) if file.suffix == ".yaml" else tomllib.loads(file.read_text("utf-8"))


MESSAGES = {
    f"{file.name}: {key}": by_language
    for file in sorted(HOME.iterdir())
    if file.suffix in (".yaml", ".toml")
    for key, by_language in read(file).items()
}


def blanks(text: object) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(str(text)) if name is not None}


def test_every_message_is_there_in_both_languages_and_no_other() -> None:
    assert len({key.partition(":")[0] for key in MESSAGES}) == 4
    assert [key for key, said in MESSAGES.items() if tuple(said) != MESSAGE_LANGUAGES] == []


def test_every_message_says_something_in_each_language() -> None:
    spoken = {key: [text.strip() for text in said.values() if isinstance(text, str)] for key, said in MESSAGES.items()}
    assert len(spoken) > 300
    assert [key for key, texts in spoken.items() if len(list(filter(None, texts))) != len(MESSAGE_LANGUAGES)] == []


def test_every_message_has_the_same_blanks_in_both_languages() -> None:
    assert sum(bool(blanks(said["en"])) for said in MESSAGES.values()) > 100
    assert [key for key, said in MESSAGES.items() if blanks(said["vi"]) != blanks(said["en"])] == []


def test_a_message_is_told_with_its_details() -> None:
    assert is_known("value.flag")
    assert not is_known("no.such-code")
    assert message("value.flag", "en", {"value": "yes"}) == "“yes” must be true or false"
    assert message("value.flag", "ko", {"value": "yes"}) == message("value.flag", "en", {"value": "yes"})


def test_a_message_that_lacks_a_detail_is_the_programs_mistake() -> None:
    with pytest.raises(KeyError):
        message("value.flag", "vi", {})


def test_commands_and_the_preview_speak_the_language_asked_for() -> None:
    assert command_messages("vi")("outdated", count=3) == "3 nhãn đã in không còn đúng."
    assert command_messages("en")("outdated", count=3) == "3 printed labels no longer tell the truth."
    assert preview_messages("vi")("title.no-site") == "Chưa dựng được trang"
    assert preview_messages("en")("title.no-site") == "The site could not be built yet"


@pytest.mark.parametrize(("asked", "told"), [("en", "The site's folder."), ("vi", "Thư mục của trang.")])
def test_help_is_in_the_language_that_the_environment_asks_for(
    monkeypatch: pytest.MonkeyPatch, asked: str, told: str
) -> None:
    monkeypatch.setenv(LANGUAGE_VARIABLE, asked)
    assert help_text("option.output-site") == told


@pytest.mark.parametrize("asked", [None, "", "ko"])
def test_help_is_vietnamese_where_no_language_of_messages_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, asked: str | None
) -> None:
    monkeypatch.delenv(LANGUAGE_VARIABLE, raising=False)
    if asked is not None:
        monkeypatch.setenv(LANGUAGE_VARIABLE, asked)
    assert help_text("option.output-site") == "Thư mục của trang."


def command_of(name: str) -> click.Command:
    found = commands.get_command(click.Context(commands), name)
    assert found
    return found


COMMANDS: dict[str, click.Command] = {"": commands, **{name: command_of(name) for name in HOMES}}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_its_help_from_the_messages(name: str) -> None:
    command = COMMANDS[name]
    texts = {str(by_language[language]) for by_language in MESSAGES.values() for language in MESSAGE_LANGUAGES}
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert options or name == "test"
    assert [option.name for option in options if option.help not in texts] == []
    assert command.help in texts

"""The command `words`: writes what a language lacks of the interface's words, to be translated; what stands stays."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import UnknownLocaleError

from ocop_site.content.encodings.decoding import decode
from ocop_site.content.entry import Slip
from ocop_site.content.read import read_content
from ocop_site.content.shape import Records, shape
from ocop_site.content.yaml.tree import Tree, read_tree
from ocop_site.files import write_atomically
from ocop_site.frozen import frozen
from ocop_site.problems import Mistake, Problem
from ocop_site.records.fields import LANGUAGES
from ocop_site.records.site import Site
from ocop_site.run import Task
from ocop_site.text.language import locale_of
from ocop_site.text.wording import MOST_COUNTED, OTHER, Words, forms_of, plural_form, plural_forms
from ocop_site.theme.interface import Interface
from ocop_site.theme.loading import load_theme

FOLDER = "words"

_HEAD = """\
# Chữ của giao diện bằng {name} ({language}). Ghi bản dịch vào giữa hai dấu nháy; còn trống là chưa dịch.
# The interface's words in {name} ({language}). Write the translation between the quotes; what is empty is yet to come.
# Giữ nguyên các chỗ trống như {{count}}; dấu nháy " trong câu ghi là \\"
# Keep blanks such as {{count}}; a quote " within the words is written \\"
# Chạy lại lệnh này thì chỉ thêm câu còn thiếu. Run it again and it adds only what is missing:
# `python build.py words {language}`
"""

_FORMS = "# Dạng theo số lượng / forms of number: {forms}\n"

_LEAST_FORMS = 2


@frozen
class WordsWritten:
    """What a run of the command did: how many words it added to the file, and how many are yet to be translated."""

    file: Path
    added: int = 0
    left: int = 0
    is_of_site: bool = True
    problems: tuple[Problem, ...] = ()


def write_words(task: Task, language: str, output: Path | None) -> WordsWritten:
    """Adds to the file what is missing. A `Mistake`, ThemeError or OSError where it cannot: then nothing is."""
    code = _code(language)
    records = shape(read_content(task.content), theme=task.theme)
    file = output or task.content / FOLDER / f"{code}.yaml"
    shaped = records.of("site").get("site")
    if shaped is None or (FOLDER, code) in records.broken:
        return WordsWritten(file, problems=records.problems)
    site: Site = shaped.record
    interface = load_theme(task.themes / site.theme, site.theme_options, task.cache).interface
    raw = file.read_bytes() if file.exists() else b""
    tree = _tree(raw, file, interface)
    translated = {**dict(_given(records, code)), **{key: str(words) for key, words in tree.data.items() if words}}
    missing = interface.missing(code, {key: {code: words} for key, words in translated.items() if words})
    new = [key for key in missing if (key,) not in tree.keys]
    if new:
        _write(file, raw, code, "".join(_entries(new, code, interface)))
    return WordsWritten(file, len(new), len(missing), code in site.languages)


def _code(language: str) -> str:
    """As addresses and files have it: `zh-hant`."""
    code = language.strip().lower().replace("_", "-")
    try:
        locale_of(code)
    except (ValueError, UnknownLocaleError):
        raise Mistake("words.code", found=language) from None
    return code


def _tree(raw: bytes, file: Path, interface: Interface) -> Tree:
    """What the file holds; a file of something else is left alone."""
    if not raw.strip():
        return Tree({}, {})
    try:
        tree = read_tree(decode(raw))
    except Slip as slip:
        if slip.code == "yaml.empty":
            return Tree({}, {})
        raise Mistake("words.unread", file=file.as_posix()) from slip
    keys = [str(path[0]) for path in tree.keys if len(path) == 1]
    known = [key for key in keys if interface.words(key)]
    if not tree.whole or len(known) * 2 < len(keys):
        raise Mistake("words.unread", file=file.as_posix())
    return tree


def _given(records: Records, language: str) -> Iterable[tuple[str, Words]]:
    shaped = records.of(FOLDER).get(language)
    return shaped.record.words.items() if shaped else ()


def _write(file: Path, raw: bytes, language: str, entries: str) -> None:
    """Behind what stands there, byte for byte as it is, with its line ends."""
    text = entries if raw.strip() else _head(language) + entries
    body = text.replace("\n", "\r\n") if b"\r\n" in raw else text
    end = b"" if not raw or raw.endswith(b"\n") else b"\n"
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, raw + end + body.encode(), lasting=True)


def _head(language: str) -> str:
    forms = plural_forms(language)
    name = locale_of(language).get_display_name("vi") or language
    head = _HEAD.format(name=name, language=language)
    if len(forms) < _LEAST_FORMS:
        return head
    return head + _FORMS.format(forms=" · ".join(_example(form, language) for form in forms))


def _example(form: str, language: str) -> str:
    """A form of number with the first numbers that have it."""
    numbers = [str(count) for count in range(MOST_COUNTED + 1) if plural_form(count, language) == form]
    few = ", ".join(numbers[:3]) + (" …" if len(numbers) > 3 else "") if numbers else "1.5 …"
    return f"{form} = {few}"


def _entries(keys: Iterable[str], language: str, interface: Interface) -> Iterator[str]:
    for key in keys:
        told = interface.words(key)
        yield "\n" + "".join(_comment(known, told[known]) for known in LANGUAGES if known in told)
        forms = plural_forms(language) if interface.has_forms(key) else ()
        if len(forms) < _LEAST_FORMS:
            yield f'{key}: ""\n'
        else:
            yield f"{key}:\n" + "".join(f'  {form}: ""\n' for form in forms)


def _comment(language: str, words: Words) -> str:
    forms = forms_of(words)
    told = ("" if set(forms) == {OTHER} else f" {form}" for form in forms)
    heads = [f"# {language}{form}:" for form in told]
    lines = (f"{head} {line}" for head, text in zip(heads, forms.values(), strict=True) for line in text.split("\n"))
    return "".join(f"{line.rstrip()}\n" for line in lines)

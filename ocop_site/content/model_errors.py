"""What a record's model cannot take, told in the words of editors: what is wrong there, and what would be right."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ocop_site.content.entry import Entry, excerpt
from ocop_site.content.examples import described, example_at, group_at, listed
from ocop_site.content.free_codes import CodeProposals
from ocop_site.content.named import Named
from ocop_site.content.unknown_fields import unknown_field
from ocop_site.content.vocabulary import choices_told, meant_by, not_one_of
from ocop_site.problems import Mistake, Problem, nearest
from ocop_site.records.base import FieldPath, Record, marked_paths
from ocop_site.records.descriptions import Choice, InBothLanguages, descriptions
from ocop_site.records.fields import Reference
from ocop_site.records.files import FILES, file_path
from ocop_site.text.vietnamese import fold

LIKELY_LANGUAGES = {
    "vi": {"vn", "vie", "viet", "tieng viet", "vietnamese"},
    "en": {"eng", "anh", "tieng anh", "english", "uk", "us", "gb"},
}
"""What is often written for the code of a language (ISO 639-1): countries and names."""


def problems_of(entry: Entry, errors: Iterable[ErrorDetails], codes: CodeProposals, there: Named) -> list[Problem]:
    """What only follows from another mistake is not told beside it."""
    mistakes = [(error, _mistake_of(entry, error, codes, there)) for error in errors if not _is_filled(error)]
    meant = {(error["loc"][:-1], mistake.details.get("near")) for error, mistake in mistakes}
    told: dict[tuple[Any, ...], Problem] = {}
    for error, mistake in mistakes:
        loc = error["loc"]
        if error["type"] != "missing" or (loc[:-1], loc[-1]) not in meant:
            is_item = mistake.code == "value.item-not-group"
            told.setdefault((loc[:-1], is_item) if is_item else (loc, mistake.code), _problem(entry, error, mistake))
    return list(told.values())


def missing(entry: Entry, path: FieldPath) -> Problem:
    """A field that a record has to have although its model does not ask for it."""
    if path in entry.keys:
        return entry.problem("field.empty", path, key=True, field=str(path[-1]))
    return entry.problem("field.missing", path[:-1], **_what_is_missing(entry, path))


def _is_filled(error: ErrorDetails) -> bool:
    """Whether a list is called too short that only holds nothing good."""
    return error["type"] == "too_short" and bool(error["input"])


def _problem(entry: Entry, error: ErrorDetails, mistake: Mistake) -> Problem:
    """At the key or value that it is about; what is missing, where its group stands."""
    at = error.get("ctx", {}).get("at", ())
    is_empty = mistake.code == "field.empty"
    if is_empty:
        path = _empty(entry, error) or error["loc"]
    else:
        path = error["loc"][:-1] if error["type"] == "missing" else (*error["loc"], *at)
    is_key = is_empty or error["type"] == "extra_forbidden" or bool(at)
    location = entry.location(file_path(entry.kind, path), key=is_key)
    return mistake.at(location, excerpt=excerpt(entry.lines, location.line))


def _empty(entry: Entry, error: ErrorDetails) -> FieldPath | None:
    """What is needed, and is there without a value."""
    path = error["loc"]
    if error["type"] == "text.first-language":
        path = (*path, str(error.get("ctx", {})["language"]))
    elif error["type"] != "missing":
        return None
    return path if file_path(entry.kind, path) in entry.keys else None


def _mistake_of(entry: Entry, error: ErrorDetails, codes: CodeProposals, there: Named) -> Mistake:
    """An error of the model in our words."""
    path, found, context = error["loc"], error["input"], error.get("ctx", {})
    if empty := _empty(entry, error):
        return Mistake("field.empty", field=str(empty[-1]))
    match error["type"]:
        case "extra_forbidden":
            return unknown_field(FILES[entry.kind], path)
        case "missing":
            return _missing(entry, path, codes)
        case "literal_error":
            return _unknown_choice(entry, path, str(found), str(context["expected"]))
        case "value.id-near":
            return _wrong_id(entry, path, str(context["value"]), str(context["proposal"]), there)
        case "value.code":
            return _wrong_code(entry, str(found), codes)
        case "text.language" if near := _language_called(str(context["found"])):
            return Mistake("text.language-near", **_details(error), near=near)
        case code:
            return _of_another_shape(entry, error) or Mistake(code, **_details(error))


def _wrong_id(entry: Entry, path: FieldPath, value: str, proposal: str, there: Named) -> Mistake:
    for reference in _references_at(FILES[entry.kind].model, path):
        return _wrong_reference(reference, value, proposal, there)
    return Mistake("value.id-near", value=value, proposal=proposal)


def _wrong_reference(reference: Reference, value: str, proposal: str, there: Named) -> Mistake:
    """With what is called so, or nearly so, where there is such a thing; no id is proposed that leads nowhere."""
    known = there.ids.get(reference.kind, frozenset())
    if meant := there.meant(reference.kind, value):
        return Mistake("value.id-there", value=value, proposal=meant)
    if len(several := re.split(r"[\s;,]+", value.strip(" ;,"))) > 1 and known.issuperset(several):
        return Mistake("value.id-several", value=value, proposal=", ".join(several))
    if near := nearest(proposal, known):
        return Mistake("value.id-near", value=value, proposal=near)
    if known:
        return Mistake(f"reference.{reference.kind}", found=value)
    return Mistake("value.id", value=value)


def _references_at(model: type[Record], path: FieldPath) -> Iterator[Reference]:
    for pattern, mark in marked_paths(model, Reference):
        if len(pattern) == len(path) and all(step in ("*", here) for step, here in zip(pattern, path, strict=True)):
            yield mark


def _language_called(found: str) -> str | None:
    name = fold(found).replace("-", " ").replace("_", " ")
    return next((language for language, names in LIKELY_LANGUAGES.items() if name in names), None)


def _of_another_shape(entry: Entry, error: ErrorDetails) -> Mistake | None:
    """A list, a group or a single value stands where another of them is wanted."""
    path = error["loc"]
    match error["type"]:
        case "too_short":
            return Mistake("value.empty-list", **_field_of(entry, path))
        case "tuple_type" | "too_long":
            return _not_a_list(entry, path, error["input"])
        case "model_type" | "model_attributes_type" | "dict_type" | "value.not-mapping":
            return _not_a_group(entry, path)
        case "value.not-single" if "at" not in error.get("ctx", {}) and _has_example(entry, path):
            return Mistake("value.not-single-as", **_field_of(entry, path))
        case "text.shape":
            return Mistake("text.shape-as", **_field_of(entry, path))
    return None


def _details(error: ErrorDetails) -> dict[str, Any]:
    return {name: value for name, value in error.get("ctx", {}).items() if name not in ("at", "code")}


def _wrong_code(entry: Entry, found: str, codes: CodeProposals) -> Mistake:
    if given := codes.given.get(entry.id):
        return Mistake("product.code-wrong-given", value=found, given=given)
    return Mistake("product.code-wrong", value=found, free=next(codes.free))


def _missing(entry: Entry, path: FieldPath, codes: CodeProposals) -> Mistake:
    if entry.kind == "products" and path == ("code",):
        if given := codes.given.get(entry.id):
            return Mistake("product.code-missing-given", given=given)
        return Mistake("product.code-missing", free=next(codes.free))
    details = _what_is_missing(entry, path)
    return Mistake("field.missing" if details["example"] else "field.missing-words", **details)


def _what_is_missing(entry: Entry, path: FieldPath) -> dict[str, Any]:
    model = FILES[entry.kind].model
    field = described(model, path)
    what = {"vi": field.vi.replace("`", ""), "en": field.en.replace("`", "")} if field else str(path[-1])
    return {"field": str(path[-1]), "what": what, "example": example_at(model, path)}


def _not_a_list(entry: Entry, path: FieldPath, found: object) -> Mistake:
    model = FILES[entry.kind].model
    details = _field_of(entry, path)
    if group := group_at(model, path):
        return Mistake("value.not-list-of-groups", **details, needs=_needs(group))
    field = described(model, path)
    choices = field.choices if field else ()
    items = _as_items(found, choices) if isinstance(found, str) else []
    if items and _takes(group_at(model, path[:-1]), str(path[-1]), items):
        details["example"] = f"{details['field']}: [{', '.join(items)}]"
    if choices:
        return Mistake("value.not-list-of-choices", **details, choices=choices_told(choices))
    return Mistake("value.not-list", **details)


def _not_a_group(entry: Entry, path: FieldPath) -> Mistake:
    group, details = group_at(FILES[entry.kind].model, path), _field_of(entry, path)
    if group and details["example"]:
        is_item = isinstance(path[-1], int)
        return Mistake("value.item-not-group" if is_item else "value.not-group", **details, needs=_needs(group))
    return Mistake("value.not-mapping")


def _field_of(entry: Entry, path: FieldPath) -> dict[str, Any]:
    """The name of the field that a path leads to or into, and an example of it."""
    names = [step for step in path if isinstance(step, str)]
    return {"field": names[-1] if names else "", "example": example_at(FILES[entry.kind].model, path)}


def _has_example(entry: Entry, path: FieldPath) -> bool:
    """Whether there is one of the value itself; that of a list is none of its items."""
    return isinstance(path[-1], str) and bool(example_at(FILES[entry.kind].model, path))


def _needs(group: type[BaseModel]) -> InBothLanguages:
    """The fields of a group that must be there, or those that may."""
    fields = descriptions(group)
    return listed([field for field in fields if field.required] or fields)


def _as_items(found: str, choices: Sequence[Choice]) -> list[str]:
    """What was written as one value, as the items of a list; none where signs of YAML stand in it."""
    if set(found) & set("[]{}:#\"'\n&*!|>%@`"):
        return []
    parts = [part.strip() for part in found.split(",") if part.strip()]
    return [choice.value if (choice := meant_by(part, choices)) else part for part in parts]


def _takes(group: type[BaseModel] | None, field: str, value: object) -> bool:
    """Whether a group could have such a value in its field."""
    try:
        if group:
            group.model_validate({field: value})
    except ValidationError as error:
        return not any(detail["loc"][:1] == (field,) for detail in error.errors(include_url=False))
    return bool(group)


def _unknown_choice(entry: Entry, path: FieldPath, found: str, expected: str) -> Mistake:
    names = [step for step in path if isinstance(step, str) and step != "[key]"]
    model = FILES[entry.kind].model
    for length in range(len(names), 0, -1):
        if (field := described(model, tuple(names[:length]))) and field.choices:
            return not_one_of(found, field.choices)
    return Mistake("value.not-one-of", found=found, choices=expected)

"""A field that its group does not know: which one was meant, or where the field of that name belongs."""

from collections.abc import Iterable, Iterator

from ocop_site.content.examples import FieldNames, fields_within, group_at, listed, written_at
from ocop_site.frozen import frozen
from ocop_site.messages import MESSAGE_LANGUAGES
from ocop_site.problems import Mistake, nearest
from ocop_site.records.base import FieldPath
from ocop_site.records.descriptions import Description, InBothLanguages, descriptions
from ocop_site.records.files import FILES
from ocop_site.records.kinds import Kind
from ocop_site.text.vietnamese import fold

MOST_LABELLED = 20
"""So many fields are listed with what they are; those of a product would fill the screen."""


@frozen
class _Found:
    """A field of a record that may have been meant, and the names on the way to it."""

    names: FieldNames
    field: Description


def unknown_field(kind: Kind, path: FieldPath) -> Mistake:
    """What is told of the field at `path`: what was surely meant, else what may stand there."""
    search = _Search(kind, path)
    return (
        search.of_the_same_name()
        or search.of_nearly_the_name()
        or search.of_the_same_label()
        or search.of_a_similar_label_that_is_required()
        or search.of_another_kind()
        or search.of_a_similar_label()
        or search.nowhere()
    )


@frozen
class _Search:
    kind: Kind
    path: FieldPath

    @property
    def name(self) -> str:
        return str(self.path[-1])

    @property
    def here(self) -> FieldNames:
        """The group in which the field was written."""
        return tuple(step for step in self.path[:-1] if isinstance(step, str))

    @property
    def known(self) -> tuple[Description, ...]:
        model = group_at(self.kind.model, self.path[:-1])
        return descriptions(model) if model else ()

    def of_the_same_name(self) -> Mistake | None:
        """In another group of the same record."""
        return self._elsewhere([each for each in _fields_of(self.kind) if each.names[-1] == self.name])

    def of_nearly_the_name(self) -> Mistake | None:
        names = {field.name: field for field in self.known}
        near = nearest(self.name, names)
        return self._near(names[near]) if near else None

    def of_the_same_label(self) -> Mistake | None:
        """By what a field is in Vietnamese or English: `thành phần` is `ingredients`."""
        found = [each for each in _fields_of(self.kind) if _is_called(each.field, self.name)]
        own = self._own(found)
        return self._near(own[0].field) if own else self._elsewhere(found)

    def of_a_similar_label_that_is_required(self) -> Mistake | None:
        """`ten` is the `name` that no record lacks, even where another kind has a field called just that."""
        own = self._own([each for each in _fields_of(self.kind) if _is_like(each.field, self.name)])
        return self._near(own[0].field) if own and own[0].field.required else None

    def of_a_similar_label(self) -> Mistake | None:
        """`gia` may be the price, or the nutrition facts."""
        if self.here and len(named := [field for field in self.known if _is_named_with(field, self.name)]) == 1:
            return self._near(named[0])
        found = [each for each in _fields_of(self.kind) if _is_like(each.field, self.name)]
        own = self._own(found)
        if own and len(found) == 1:
            return self._near(own[0].field)
        if len({each.names[-1] for each in found}) > 1:
            return Mistake("field.unknown-called", found=self.name, fields=_called_so(found))
        return self._elsewhere(found)

    def of_another_kind(self) -> Mistake | None:
        """In records of other kinds, those first that have it outside of groups."""
        found = [
            (len(each.names), other, each.field)
            for other in FILES.values()
            for each in _fields_of(other)
            if other is not self.kind and (each.names[-1] == self.name or _is_called(each.field, self.name))
        ]
        if not found:
            return None
        least, _, field = min(found, key=lambda each: each[0])
        homes = {other.name: other for depth, other, _ in found if depth == least}.values()
        details = {"field": field.name, "label": field.label, "kind": _kinds([self.kind]), "kinds": _kinds(homes)}
        return Mistake("field.of-another-kind", found=self.name, **details)

    def nowhere(self) -> Mistake:
        if len(self.known) > MOST_LABELLED:
            known = ", ".join(field.name for field in self.known)
            return Mistake("field.unknown-of-many", found=self.name, known=known)
        return Mistake("field.unknown", found=self.name, known=listed(self.known))

    def _own(self, found: list[_Found]) -> list[_Found]:
        return [each for each in found if each.names[:-1] == self.here]

    def _near(self, field: Description) -> Mistake:
        return Mistake("field.unknown-near", found=self.name, near=field.name, label=field.label)

    def _elsewhere(self, found: list[_Found]) -> Mistake | None:
        if not found:
            return None
        first = found[0]
        details = {"found": self.name, "field": first.field.name, "label": first.field.label}
        if len(first.names) == 1:
            return Mistake("field.outside", **details, group=self.here[-1])
        homes = [each.names[:-1] for each in found if each.names[-1] == first.names[-1]]
        groups = listed(each.field for each in _fields_of(self.kind) if each.names in homes)
        return Mistake("field.elsewhere", **details, groups=groups, example=written_at(self.kind.model, first.names))


def _fields_of(kind: Kind) -> Iterator[_Found]:
    return (_Found(names, field) for names, field in fields_within(kind.model))


def _is_called(field: Description, name: str) -> bool:
    return _plain(name) in map(_plain, field.label.values())


def _is_named_with(field: Description, name: str) -> bool:
    """Whether all words that were written are in a label: `ngày` in từ ngày."""
    return any(set(_plain(name).split()) <= set(_plain(label).split()) for label in field.label.values())


def _is_like(field: Description, name: str) -> bool:
    """Whether a label begins with the word that was written, or all words of the one are in the other."""
    called = _plain(name).split()
    for label in (_plain(each).split() for each in field.label.values()):
        if len(called) == 1 and label[:1] == called:
            return True
        if min(len(called), len(label)) > 1 and (set(called) <= set(label) or set(label) <= set(called)):
            return True
    return False


def _plain(words: str) -> str:
    return " ".join(fold(words).replace("_", " ").replace("-", " ").replace(",", " ").split())


def _called_so(found: list[_Found]) -> InBothLanguages:
    """Each once: `packs > price (giá tham khảo của gói)`."""
    unique: dict[str, _Found] = {}
    for each in found:
        unique.setdefault(each.names[-1], each)
    return {
        language: ", ".join(f"{' > '.join(each.names)} ({each.field.label[language]})" for each in unique.values())
        for language in MESSAGE_LANGUAGES
    }


def _kinds(kinds: Iterable[Kind]) -> InBothLanguages:
    homes = [(kind, f"{kind.name}.yaml" if kind.form == "file" else f"{kind.name}/") for kind in kinds]
    return {
        "vi": ", ".join(f"{kind.vi} ({home})" for kind, home in homes),
        "en": ", ".join(f"{kind.en} ({home})" for kind, home in homes),
    }

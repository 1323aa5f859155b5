"""Provinces and districts of before: that each district has its province, and that none of them decides today."""

import re
from collections.abc import Iterator

from ocop_site.catalogue.localities import Gazetteer
from ocop_site.content.shape import Records
from ocop_site.problems import Problem
from ocop_site.records.localities import Localities
from ocop_site.text.language import Text
from ocop_site.text.vietnamese import fold, proper_name


def locality_problems(records: Records) -> Iterator[Problem]:
    """A district that may have lain in any of several former provinces."""
    for shaped in records.of("localities").values():
        localities: Localities = shaped.record
        known = ", ".join(province.id for province in localities.provinces_before)
        for index, district in enumerate(localities.districts):
            if district.province is None and len(localities.provinces_before) > 1:
                yield shaped.problem("locality.district-province", ("districts", index), found=district.id, known=known)


def is_former_authority(words: str, gazetteer: Gazetteer) -> bool:
    """Whether an issuer bears the name of a former province or district, and not that of the province of today."""
    today = gazetteer.localities.province.name
    if _is_named(today, words):
        return False
    provinces = [province.name for province in gazetteer.former_provinces.values()]
    districts = [district.name for district in gazetteer.districts.values()]
    if any(_is_named(name, words) for name in (*provinces, *districts)):
        return True
    return any(_is_named(_bare(name), words) for name in provinces) and not _is_named(_bare(today), words)


def _bare(name: Text) -> Text:
    """A province without its level: `UBND Long An`, `Long An Provincial People's Committee`."""
    return Text({language: proper_name(words).removesuffix(" Province") for language, words in name})


def _is_named(name: Text, words: str) -> bool:
    """Whether a name stands in an issuer's words, as words of its own, in any language and with or without marks."""
    return any(re.search(rf"\b{re.escape(fold(each))}\b", fold(words)) for _, each in name if each)

"""The files of a content folder: those of every kind of record, and those that tell of the whole site."""

from collections.abc import Mapping

from ocop_site.records.base import FieldPath
from ocop_site.records.interface_words import InterfaceWords
from ocop_site.records.kinds import KINDS, Kind
from ocop_site.records.label_paper import LabelPapers
from ocop_site.records.land.year import Year
from ocop_site.records.ledgers import Codes, PublishedLedger
from ocop_site.records.localities import Localities
from ocop_site.records.maps.ground import MapGround
from ocop_site.records.scheme import Scheme
from ocop_site.records.site import Site
from ocop_site.records.writing import Sources, Synonyms

OF_THE_WHOLE = (
    Kind("site", vi="cả trang", en="the whole site", model=Site, form="file", is_required=True),
    Kind("scheme", vi="quy định", en="the scheme", model=Scheme, form="file", is_required=True),
    Kind("localities", vi="địa phương", en="localities", model=Localities, form="file", is_required=True),
    Kind("sources", vi="nguồn", en="sources", model=Sources, form="file", whole="sources"),
    Kind("codes", vi="sổ mã sản phẩm", en="the ledger of codes", model=Codes, form="file", whole="codes"),
    Kind("published", vi="sổ trang đã công bố", en="the ledger of pages", model=PublishedLedger, form="file"),
    Kind("synonyms", vi="từ đồng nghĩa", en="synonyms", model=Synonyms, form="file", whole="words"),
    Kind("year", vi="vòng năm", en="the year", model=Year, form="file"),
    Kind(
        "labels",
        vi="giấy nhãn của văn phòng",
        en="the office's label papers",
        model=LabelPapers,
        form="file",
        whole="papers",
    ),
    Kind("map", vi="nền của bản đồ", en="the map's ground", model=MapGround, form="file"),
    Kind("words", vi="chữ của giao diện", en="words of the interface", model=InterfaceWords, whole="words"),
)

FILES: Mapping[str, Kind] = {**{kind.name: kind for kind in OF_THE_WHOLE}, **KINDS}
"""By name, which is that of the folder, or of the file without its ending."""


def file_path(kind: str, path: FieldPath) -> FieldPath:
    """A model's path as the file has it."""
    return path[1:] if FILES[kind].whole else path


def names_of(form: str) -> tuple[str, ...]:
    return tuple(kind.name for kind in FILES.values() if kind.form == form)

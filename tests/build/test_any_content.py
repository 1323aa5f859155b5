"""Whatever stands in a content file, the answer is problems or success, never a traceback."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ocop_site.problems import Problem, as_github, as_json, as_text
from tests.conftest import DAY
from tests.support import problems_of

FILES = [
    "site.yaml", "scheme.yaml", "localities.yaml", "programme.yaml", "sources.yaml", "glossary.yaml", "codes.yaml",
    "published.yaml", "products/mau-gao.yaml", "producers/htx-mau.yaml", "places/nha-trung-bay.yaml",
    "decisions/12-qd-ubnd-2024.yaml", "partners/bao.yaml", "trails/mot-ngay.yaml", "notices/thu-hoi-mau-mam.yaml",
    "trails/any.yaml", "notices/any.yaml", "news/tin-mau.vi.md", "pages/hang-sao.en.md",
]  # fmt: skip

SCALARS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["2023-02-31", "185.000", "0272345671", "No", "~", "3", "vi", "en", "https://a.vn", "-1", "1e9"]),
)
FIELDS = st.sampled_from(
    ["name", "code", "vi", "en", "producer", "certificates", "stars", "issued", "packs", "price", "from", "address",
     "addresses", "commune", "point", "opening_hours", "mon-fri", "languages", "care", "industries", "photos", "VD001"]
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS | st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
YAML_TEXTS = st.dictionaries(FIELDS | st.text(max_size=8), VALUES, max_size=6).map(
    lambda data: yaml.safe_dump(data, allow_unicode=True).encode("utf-8", "surrogatepass")
)
LOOSE_TEXTS = st.text("abc:{}[]-|>&*!%#'\"\n\t ,?@0123é", max_size=60).map(str.encode)


@pytest.fixture(scope="module")
def content(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("any") / "content"
    shutil.copytree(example, folder)
    return folder


def told(content: Path) -> list[Problem]:
    problems = problems_of(content, today=DAY)
    for problem in problems:
        as_text(problem, "vi"), as_github(problem, "en")
    as_json(problems, "en")
    return problems


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), body=st.one_of(st.binary(max_size=80), LOOSE_TEXTS, YAML_TEXTS))
def test_any_bytes_in_any_file_are_told_or_taken(content: Path, file: str, body: bytes) -> None:
    target = content / file
    target.parent.mkdir(exist_ok=True)
    good = target.read_bytes() if target.exists() else None
    target.write_bytes(body)
    try:
        assert all(p.location.file for p in told(content))
    finally:
        if good is None:
            target.unlink()
        else:
            target.write_bytes(good)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    file=st.sampled_from([f for f in FILES if "any" not in f]),
    cut=st.integers(0, 2000),
    more=st.binary(max_size=6) | LOOSE_TEXTS,
)
def test_a_good_file_cut_anywhere_and_gone_on_with_anything_is_told_or_taken(
    content: Path, file: str, cut: int, more: bytes
) -> None:
    target = content / file
    good = target.read_bytes()
    target.write_bytes(good[:cut] + more)
    try:
        told(content)
    finally:
        target.write_bytes(good)

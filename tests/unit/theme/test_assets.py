"""Assets are published under names made of their bytes, and a style sheet names them so."""

from hashlib import sha256
from pathlib import Path

from ocop_site.theme.assets import asset_documents, fingerprinted
from ocop_site.theme.files import read_files
from tests.unit.theme.sample_views import delta, write


def test_an_asset_s_name_is_made_of_its_bytes(tmp_path: Path) -> None:
    file = write(tmp_path, "js/a.js", "1")
    (document,), paths = fingerprinted(read_files(tmp_path), [])
    assert document.path == paths["a.js"] == f"assets/a.{sha256(b'1').hexdigest()[:10]}.js"
    file.write_text("2", "utf-8")
    assert fingerprinted(read_files(tmp_path), [])[1] != paths


def test_style_sheets_are_one_in_the_order_told(tmp_path: Path) -> None:
    write(tmp_path, "css/a.css", "a{}\n")
    write(tmp_path, "css/b.css", "b{}\n")
    (sheet,), _ = fingerprinted(read_files(tmp_path), ["css/b.css", "css/a.css"])
    assert sheet.body == b"b{}a{}"


def test_what_only_a_kiosk_asks_for_is_a_sheet_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "css/a.css", "a {}")
    write(tmp_path, "css/k.css", "k {}")
    documents, paths = fingerprinted(read_files(tmp_path), ["css/a.css"], ["css/k.css"])
    assert {document.path: document.body for document in documents} == {
        paths["site.css"]: b"a{}",
        paths["kiosk.css"]: b"k{}",
    }


def test_a_style_sheet_names_pictures_as_they_are_published(tmp_path: Path) -> None:
    write(tmp_path, "img/x.svg", "<svg/>")
    write(tmp_path, "css/a.css", "a{b:url(../img/x.svg);c:url( '../img/x.svg' );d:url(data:,x)}")
    documents, paths = fingerprinted(read_files(tmp_path), ["css/a.css"])
    name = paths["x.svg"].removeprefix("assets/")
    assert documents[-1].body.decode() == f"a{{b:url({name});c:url({name});d:url(data:,x)}}"


def test_a_new_picture_is_a_new_style_sheet(tmp_path: Path) -> None:
    picture = write(tmp_path, "img/x.svg", "<svg/>")
    write(tmp_path, "css/a.css", "a{b:url(../img/x.svg)}")
    before = fingerprinted(read_files(tmp_path), ["css/a.css"])[1]["site.css"]
    picture.write_text("<svg></svg>", "utf-8")
    assert fingerprinted(read_files(tmp_path), ["css/a.css"])[1]["site.css"] != before


def test_line_ends_make_no_difference(tmp_path: Path) -> None:
    for folder, end in (("a", b"\n"), ("b", b"\r\n")):
        write(tmp_path / folder, "css/a.css", "").write_bytes(b"a{}" + end)
        write(tmp_path / folder, "js/a.js", "").write_bytes(b"1" + end)
    assert fingerprinted(read_files(tmp_path / "a"), ["css/a.css"]) == fingerprinted(
        read_files(tmp_path / "b"), ["css/a.css"]
    )


def test_what_a_system_leaves_behind_is_not_published(tmp_path: Path) -> None:
    write(tmp_path, "img/.DS_Store", "")
    assert fingerprinted(read_files(tmp_path), []) == ((), {})


def test_the_theme_s_assets_are_all_published() -> None:
    paths = [document.path for document in asset_documents(delta())]
    assert len(paths) == len(set(paths))
    assert set(delta().asset_paths.values()) == set(paths)


def test_a_script_is_published_without_its_lines_of_comment_and_its_indents(tmp_path: Path) -> None:
    write(tmp_path, "js/a.js", '// What it is.\nuse("https://a"); // kept\n\n  // Why.\n  go();')
    (document,), _ = fingerprinted(read_files(tmp_path), [])
    assert document.body == b'use("https://a");go();'


TYPED = """/** @type {a} */
let a;

  /** @type {d} */ (b).e();
  /**
   * @param {b} b
   */
  function c(b) { /* kept */ match("/**/"); }
"""


def test_a_script_is_published_without_its_types(tmp_path: Path) -> None:
    write(tmp_path, "js/a.js", TYPED)
    (document,), _ = fingerprinted(read_files(tmp_path), [])
    assert document.body == b'let a;(b).e();function c(b){match("/**/");}'


def test_scripts_that_go_together_are_one_file_in_their_order(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path, f"js/{name}.js", f"{name}();\n")
    documents, paths = fingerprinted(read_files(tmp_path), [], scripts={"all.js": ["b.js", "a.js"]})
    assert {document.path: document.body for document in documents}[paths["all.js"]] == b"b();\na();"
    assert set(paths) == {"all.js", "c.js"}

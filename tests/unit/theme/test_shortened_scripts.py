"""A script loses what only its readers need, and means what it meant."""

import json
import subprocess
from shutil import which

import pytest

from ocop_site.theme.scripts import shortened
from tests.support import PROJECT, some

SCRIPTS = [*PROJECT.glob("themes/*/assets/js/*.js"), *PROJECT.glob("ocop_site/theme/kit/scripts/*.js")]


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("// What it is.\nlet a = 1;\n\n  go( a ); // why\n", "let a=1;go(a);"),
        ("/** @type {a} */\nlet b; /* so */ go(b);", "let b;go(b);"),
        (
            "say(\"// no comment\", '/* nor this */', `or\n  this`);",
            "say(\"// no comment\",'/* nor this */',`or\n  this`);",
        ),
        (r'say("a \" b // c");', r'say("a \" b // c");'),
        ("a = 1\nb = 2\n", "a=1\nb=2"),
        ("go()\n(b)", "go()\n(b)"),
        ("a = b +\n c", "a=b+\nc"),
        ("a = [\n  1,\n  2,\n]", "a=[1,2,]"),
        ("a = b + +c - -d", "a=b+ +c- -d"),
        ("return  /a b/.test(c)", "return/a b/.test(c)"),
        ("x = y.replace(/[/'\"] +/g, ' ')", "x=y.replace(/[/'\"] +/g,' ')"),
        ("a = b / c / d; // e", "a=b/c/d;"),
        ("a = (b) / 2 /* c */ / d", "a=(b)/2/d"),
        ("a /* b\n */ = 1\n/* c */ d()", "a=1\nd()"),
        ("tên  =  đó", "tên=đó"),
        ("case  'a': in_x  in  y", "case'a':in_x in y"),
        ("", ""),
    ],
)
def test_comments_and_room_stay_behind_and_nothing_else(written: str, published: str) -> None:
    assert shortened(written) == published


def test_what_is_shortened_is_not_shortened_further() -> None:
    for script in some(SCRIPTS):
        once = shortened(script.read_text("utf-8"))
        assert shortened(once) == once


@pytest.mark.skipif(which("node") is None, reason="Node.js reads the scripts here")
def test_every_script_can_still_be_read() -> None:
    bodies = json.dumps([shortened(script.read_text("utf-8")) for script in some(SCRIPTS)])
    reads = "JSON.parse(require('fs').readFileSync(0, 'utf8')).forEach((body) => new Function(body))"
    subprocess.run(["node", "-e", reads], input=bodies, encoding="utf-8", check=True)

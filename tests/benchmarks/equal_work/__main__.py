"""Builds the site of a neutral catalogue: `python tests/benchmarks/equal_work DATA OUTPUT`, from any folder.

Options that are not told here go to the build, such as `--jobs 1`.
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from ocop_site.cli import main as ocop_site
from tests.benchmarks.equal_work.kept import Catalogue, Conversion

THEMES = Path(__file__).resolve().parent
"""The folder of which `theme` is the only theme."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the neutral catalogue: products, producers, places, images")
    parser.add_argument("output", type=Path, nargs="?", help="the site; without it the catalogue is only converted")
    parser.add_argument("--kept", type=Path, help="where conversions are kept: by default two folders above DATA")
    parser.add_argument("--anew", action="store_true", help="convert everything in this run, so that its cost counts")
    options, further = parser.parse_known_args()
    catalogue = Catalogue(options.data, os.environ.get("BENCH_IMAGES") == "1", options.kept)
    if options.anew:
        shutil.rmtree(catalogue.kept, ignore_errors=True)
    conversion = up_to_date(catalogue)
    if options.output:
        sys.argv[1:] = ["build", *arguments(catalogue, conversion, options.output), *further]
        ocop_site()


def up_to_date(catalogue: Catalogue) -> Conversion:
    """What was converted already, or is now."""
    before = Conversion.of(catalogue)
    if before and before.stamps == catalogue.stamps:
        return before
    from tests.benchmarks.equal_work.conversion import convert

    return convert(catalogue, before)


def arguments(catalogue: Catalogue, conversion: Conversion, output: Path) -> list[str]:
    """What the command `build` is told; what the program keeps for its next build is beside the output."""
    return [
        "--content", str(catalogue.content), "--themes", str(THEMES), "--today", conversion.today.isoformat(),
        "--output", str(output), "--cache", str(output.parent / ".cache"),
    ]  # fmt: skip


if __name__ == "__main__":
    main()

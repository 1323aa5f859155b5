"""Files become a catalogue: what ledgers lack binds a site that is published, and a site has a day of its own."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.support import catalogue_of, problems_of
from tests.unit.small import RICE, written


def test_what_a_ledger_lacks_keeps_a_site_back_and_is_a_warning_where_it_is_only_looked_at(tmp_path: Path) -> None:
    content = written(tmp_path / "content", RICE)
    severities = {
        binds: {problem.is_error for problem in problems_of(content, ledgers_bind=binds) if "ledger" in problem.code}
        for binds in (True, False)
    }
    assert severities == {True: {True}, False: {False}}


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_without_a_day_the_catalogue_is_of_today_where_the_site_is(tmp_path: Path, zone: str) -> None:
    """These two never have the same day."""
    content = written(tmp_path / "content", RICE)
    site = content / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("Asia/Ho_Chi_Minh", zone), "utf-8")
    before = datetime.now(ZoneInfo(zone)).date()
    assert before <= catalogue_of(content, ledgers_bind=False).today <= datetime.now(ZoneInfo(zone)).date()

"""The themes' README holds the contract as the views tell it."""

from ocop_site.theme.contract import README, contract, with_contract
from ocop_site.views import TEMPLATES


def test_the_readme_holds_the_contract_as_the_views_tell_it() -> None:
    readme = README.read_text("utf-8")
    assert readme == with_contract(readme), "python -m ocop_site.theme.contract renews it"


def test_every_template_is_in_the_contract() -> None:
    assert all(f"| `{name}.html` |" in contract() for name in TEMPLATES.values())

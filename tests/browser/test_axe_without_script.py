"""axe finds nothing on any kind of page on a phone that runs no script, in both schemes."""

import pytest
from axe import look
from conftest import PHONE, Open
from kinds import ALL, NAMES


@pytest.mark.parametrize(("site", "kind", "address"), ALL, ids=NAMES)
def test_on_a_phone_without_a_script(visit_bare: Open, site: str, kind: str, address: str) -> None:
    look(visit_bare(site, address, **PHONE))

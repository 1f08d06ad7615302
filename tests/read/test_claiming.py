"""Claims under a denial: what it grants stands, what it denies does not."""

from datetime import date

import pytest

from everyclaim.ground import ground
from everyclaim.model import Claim, Report
from everyclaim.read.run import Options, run

# text | field | standing
TABLE = """
Turkey denied that any farmers died in its air strikes on the town of Manbij on 9 February. | where | asserted
Turkey denied that any farmers died in its air strikes on the town of Manbij on 9 February. | when | asserted
Turkey denied that any farmers died in its air strikes on the town of Manbij on 9 February. | killed | denied
Turkey denied that its jets bombed Manbij on 9 February. | where | denied
Turkey denied that its jets bombed Manbij on 9 February. | when | denied
"""
ROWS = [tuple(cell.strip() for cell in line.split(" | ")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("text", "field", "standing"), ROWS)
def test_a_denial_of_harm_grants_the_act_it_speaks_of(text: str, field: str, standing: str) -> None:
    draft = run(Report("r", "sha256:0", text, published=date(2015, 2, 17)), Options(ground=ground))
    claims = [each for found in draft.findings.values() for each in found if isinstance(each, Claim)]
    assert {each.standing for each in claims if each.field == field} == {standing}

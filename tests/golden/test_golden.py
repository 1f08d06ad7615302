"""Golden readings: what invented reports are read into, one claim a line, so that a change of reading shows as a diff.

`make golden` writes them anew; the diff is reviewed before it is committed. A folder put here with a report is a case.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.reading import read_afresh

from everyclaim.codec import Json
from everyclaim.export.outline import outline
from everyclaim.formats.plain import read_text

REFRESH = bool(os.environ.get("EVERYCLAIM_GOLDEN"))
CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/report.md"))


def lines(record: Json) -> Iterator[str]:
    """A record in lines that a person can compare: each happening, then its claims with voice and words."""
    for section in outline(record):
        yield f"{section.id or '-'}  {section.title}  ({', '.join(section.standing)})"
        for line in section.lines:
            said = "".join(f"[{caution}] " for caution in line.cautions) + line.value
            against = "".join(f" ><{words}" for _, words in line.against)
            yield f"    {line.label}: {said} | {line.voice or 'own'} | {line.quote}{against}"
    for name in ("evidence", "troubles"):
        for each in record[name]:
            yield f"{name}: {each['kind']} | {each['words']}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_golden_report_is_read_as_it_was(case: Path) -> None:
    contents = read_text((case / "report.md").read_bytes())
    assert isinstance(contents.published, date)
    read = "\n".join(lines(read_afresh(contents.text, contents.published, contents.title))) + "\n"
    if REFRESH:
        (case / "expected.txt").write_text(read, encoding="utf-8")
    assert read == (case / "expected.txt").read_text("utf-8"), "review what changed, then run `make golden`"

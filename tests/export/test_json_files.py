"""JSON Lines: one incident or record a line, with links, in one form of bytes."""

import json

from tests import make
from tests.export import incidents

from everyclaim.export.json_files import write_incidents, write_records


def test_an_incident_is_one_line_with_its_links_and_labelled_policies() -> None:
    (line,) = write_incidents([incidents.incident()]).splitlines()
    shown = json.loads(line)
    assert shown["link"] == f"/i/{incidents.ID}"
    assert shown["claim_links"]["c5"] == f"/i/{incidents.ID}/claims/c5"
    assert [each["policy"] for each in shown["assessments"]] == ["everyclaim", "emulated:airwars"]


def test_a_record_is_one_line_whose_claims_lead_to_their_words() -> None:
    (line,) = write_records([incidents.record()]).splitlines()
    assert json.loads(line)["claims"][4]["words_link"] == f"/r/{make.report().id}#c=71-95"


def test_a_line_separator_inside_a_text_makes_no_second_line() -> None:
    record = make.record(report=make.report(title="a\u2028b\u0085c"))
    assert write_records([record]).count(b"\n") == 1


def test_the_same_case_gives_the_same_bytes() -> None:
    assert write_incidents([incidents.incident()]) == write_incidents([incidents.incident()])

"""The invented reports keep to the schema of the incident corpus, and a perfect answer to them scores full marks."""

from collections.abc import Iterator

import pytest
from evals.corpus import BENCH, OWN

from everyclaim.bench import scorers
from everyclaim.bench.corpus import iter_lines
from everyclaim.codec import Json

LINES: list[Json] = list(iter_lines(OWN))
BASES = {"claimed", "alleged", "asserted", "denied", "unknown"}
KINDS = {"killed", "injured", "abducted", "missing", "displaced", "arrested"}
STATUSES = {"civilian", "combatant", "child", "women", "unspecified"}
STANCES = {"asserted", "claimed", "alleged", "denied"}


def incidents(line: Json) -> list[Json]:
    found: list[Json] = line["gold"]["incidents"]
    return found


def claims(line: Json) -> Iterator[Json]:
    for each in incidents(line):
        yield from each["claims"]


def test_each_report_has_a_name_of_its_own() -> None:
    assert len({line["id"] for line in LINES}) == len(LINES)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["id"])
def test_a_report_is_coded_in_the_words_of_the_corpus(line: Json) -> None:
    assert all(claim["quote"] in (line["title"] if claim.get("in_title") else line["text"]) for claim in claims(line))
    assert {claim["kind"] for claim in claims(line)} <= KINDS
    assert {claim["status"] for claim in claims(line)} <= STATUSES
    assert {claim["stance"] for claim in claims(line)} <= STANCES
    assert {doer["basis"] for each in incidents(line) for doer in each["perpetrators"]} <= BASES
    assert line["gold"].get("negative", False) is not bool(incidents(line))


@pytest.mark.skipif(not BENCH.is_dir(), reason="the scorer lies beside the repository")
def test_a_perfect_answer_scores_full_marks() -> None:
    answers = [{"id": line["id"], "incidents": [_told(each) for each in incidents(line)]} for line in LINES]
    scores = scorers.incidents(BENCH, "own", LINES, answers)
    assert {name: score for name, score in scores.items() if score != 1.0} == {}


def _told(coded: Json) -> Json:
    return {
        "type": coded["type"],
        "date_start": coded["date"]["start"],
        "date_end": coded["date"]["end"],
        "place": coded["place"],
        "perpetrators": [doer for doer in coded["perpetrators"] if doer["basis"] != "unknown"],
        "claims": [
            {**claim, "attributed_to": claim["attributed_to"][0]}
            for claim in coded["claims"]
            if "vague" not in claim and not claim.get("optional")
        ],
    }

"""How often the voice over a gold figure's words is one that the gold accepts; `narrator` is the report's own voice.

    python evals/attribution.py [--folder ../shared/bench/incidents] [--misses]

Skips (exit status 0) where the folder is absent. The constant answer "narrator" is printed beside it: it is right for
most figures, so the second line, figures with a named source, is the one to watch.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from everyclaim.model import Report
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Voice
from everyclaim.read.run import Options, run
from everyclaim.read.voicing import voice_over

_HERE = Path(__file__).resolve().parent.parent
FOLDER = _HERE.parent / "shared" / "bench" / "incidents"


_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|fourteen|twenty|a|an)\b", re.IGNORECASE
)


class Asked(NamedTuple):
    """One gold figure: its words and the speakers accepted for it."""

    report: str
    quote: str
    accepted: tuple[str, ...]
    answer: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether any accepted name is among those answered."""
        answers = self.answer or ("narrator",)
        return any(_same(name, answer) for name in self.accepted for answer in answers)


def main() -> int:
    """Print the shares."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folder", type=Path, default=FOLDER)
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    path = given.folder / "single.jsonl"
    if not path.is_file():
        print(f"No corpus at {path}; nothing measured.")
        return 0
    asked = [each for line in path.read_text(encoding="utf-8").splitlines() for each in ask(json.loads(line))]
    for name, chosen in (
        ("all figures", asked),
        ("a named source accepted first", [a for a in asked if a.accepted[0] != "narrator"]),
        ("narrator not accepted", [a for a in asked if "narrator" not in a.accepted]),
        ("narrator alone accepted", [a for a in asked if a.accepted == ("narrator",)]),
    ):
        right = sum(each.right for each in chosen)
        constant = sum("narrator" in each.accepted for each in chosen)
        print(
            f"{name:32} {right:4} of {len(chosen):4}  {_share(right, chosen)}   "
            f"constant narrator {_share(constant, chosen)}"
        )
    if given.misses:
        for each in asked:
            if not each.right:
                print(each.report, list(each.accepted), "answered", list(each.answer), "|", each.quote)
    return 0


def ask(row: dict[str, object]) -> Iterator[Asked]:
    """Read one report and ask for the voice over each gold quote."""
    text = str(row["text"])
    draft = run(Report(str(row["id"]), "", text), Options(until="voices"))
    gold = row["gold"]
    assert isinstance(gold, dict)  # noqa: S101 - the corpus' shape, checked by its own scorer
    for incident in gold["incidents"]:
        for claim in incident["claims"]:
            start = text.find(claim["quote"])
            if start >= 0 and not claim.get("in_title"):
                answer = answer_over(draft, start, start + len(claim["quote"]))
                yield Asked(str(row["id"]), claim["quote"], tuple(claim["attributed_to"]), answer)


def answer_over(draft: Draft, start: int, end: int) -> tuple[str, ...]:
    """Name the speakers over the words that carry the figure: names and words as written."""
    cues = [m.meaning.cue.end for m in draft.found(Voice) if m.meaning.cue and start <= m.meaning.cue.start < end]
    figures = [start + m.start() for m in _FIGURE.finditer(draft.text[start:end])]
    said = [place for place in figures if cues and cues[0] <= place]
    first = (said or figures or [max(start, end - 12)])[0]
    last = max(first + 1, min(end, first + 12))
    found = voice_over(draft, first, last)
    return tuple(
        name for voice in found for each in voice.meaning.sources for name in (each.meaning.name, each.span.quote)
    )


def _same(one: str, other: str) -> bool:
    plain = [" ".join(re.sub(r"[^\w\s]", " ", each.lower()).split()).removeprefix("the ") for each in (one, other)]
    first, second = plain
    return first == second or f" {first} " in f" {second} " or f" {second} " in f" {first} "


def _share(right: int, of: list[Asked]) -> str:
    return f"{right / len(of):.3f}" if of else "-"


if __name__ == "__main__":
    sys.exit(main())

"""Runs the corpora's own scorers as programs of their own: they are never copied and never imported.

They are whatever lies in the folder under these names, so a folder is measured only where its owner is trusted.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from everyclaim.codec import Json
from everyclaim.errors import BrokenInput

Scores = dict[str, float]
Scorer = Callable[[Path, str, Sequence[Json], Sequence[Json]], Scores]
"""(folder, corpus, lines, predictions) -> measures by name."""

GENERAL, INCIDENTS, STATEMENTS = "score.py", "incidents/score.py", "isaf_score.py"
"""The scoring programs, by their places in a folder of corpora."""

_MEASURE = re.compile(r"^([a-z]\d?) .*?(\d\.\d{3})  \(")
_SHARE = re.compile(r"^(\w[\w ]*?) +(\d\.\d{3})  \(")


CONSTANT = {"e": ("status", "unspecified"), "e2": ("attributed_to", "narrator"), "e3": ("stance", "asserted")}
"""The answer that a reader who reads nothing would give, for each measure of matched claims."""


def incidents(folder: Path, _corpus: str, lines: Sequence[Json], predictions: Sequence[Json]) -> Scores:
    """The scorer of the incident reports; measures are called by their letters.

    Those of `CONSTANT` come a second time, with an exclamation mark: over the claims alone whose right answer is not
    the constant one. All others are marked as not asked for.
    """
    scores = _letters(folder, lines, predictions)
    for letter in CONSTANT:
        asked = [_without_constant(line, letter) for line in lines]
        if any("optional" not in claim for line in asked for each in _coded(line) for claim in each["claims"]):
            scores[f"{letter}!"] = _letters(folder, asked, predictions).get(letter, 0.0)
    return scores


def _letters(folder: Path, lines: Sequence[Json], predictions: Sequence[Json]) -> Scores:
    printed = _run(folder / INCIDENTS, ("--gold", "GOLD", "--pred", "PRED"), lines, predictions)
    return {found[1]: float(found[2]) for row in printed.splitlines() if (found := _MEASURE.match(row))}


def _coded(line: Json) -> list[Json]:
    gold = line.get("gold")
    incidents: list[Json] = gold.get("incidents", []) if isinstance(gold, dict) else []
    return incidents


def _without_constant(line: Json, letter: str) -> Json:
    """The line with those claims optional for which the constant answer is right."""
    field, constant = CONSTANT[letter]
    coded = [
        {**each, "claims": [_optional(claim, field, constant) for claim in each["claims"]]} for each in _coded(line)
    ]
    return {**line, "gold": {**line["gold"], "incidents": coded}} if coded else line


def _optional(claim: Json, field: str, constant: str) -> Json:
    value = claim.get(field)
    right = [*(value if isinstance(value, list) else [value]), *claim.get(f"{field}_ok", [])]
    return {**claim, "optional": True} if constant in right and "min" in claim else claim


def statements(folder: Path, _corpus: str, lines: Sequence[Json], predictions: Sequence[Json]) -> Scores:
    """The scorer of the official statements."""
    printed = _run(folder / STATEMENTS, ("GOLD", "PRED"), lines, predictions)
    return {found[1]: float(found[2]) for row in printed.splitlines() if (found := _SHARE.match(row))}


def general(folder: Path, corpus: str, lines: Sequence[Json], predictions: Sequence[Json]) -> Scores:
    """The scorer of all other corpora; measures are called by their path, such as `figures.F1`."""
    printed = _run(folder / GENERAL, (corpus, "GOLD", "PRED", "--json"), lines, predictions)
    return dict(_flat(json.loads(printed), ""))


def unrelated(_folder: Path, _corpus: str, lines: Sequence[Json], predictions: Sequence[Json]) -> Scores:
    """Shares of unrelated news that yield no incident, hard and easy items apart: its corpus has no scorer."""
    kept_out: dict[str, list[bool]] = {"hard": [], "easy": []}
    for line, answer in zip(lines, predictions, strict=True):
        kept_out["hard" if line["hard"] else "easy"].append(not answer["incidents"])
    return {name: sum(each) / len(each) for name, each in kept_out.items() if each}


def _flat(scores: Json, path: str) -> list[tuple[str, float]]:
    flat: list[tuple[str, float]] = []
    for name, value in scores.items():
        if isinstance(value, dict):
            flat += _flat(value, f"{path}{name}.")
        elif isinstance(value, int | float):
            flat.append((f"{path}{name}", float(value)))
    return flat


def _run(program: Path, arguments: Sequence[str], lines: Sequence[Json], predictions: Sequence[Json]) -> str:
    with TemporaryDirectory() as folder:
        files = {"GOLD": lines, "PRED": predictions}
        for name, rows in files.items():
            (Path(folder) / name).write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        paths = [str(Path(folder) / each) if each in files else each for each in arguments]
        done = subprocess.run([sys.executable, "-I", str(program), *paths], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        told = (done.stderr.strip().splitlines() or ["it says nothing"])[-1]
        raise BrokenInput(f"{program.name}: The scoring program failed ({told}); look at the answers in the file.")
    return done.stdout

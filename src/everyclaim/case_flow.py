"""A case as one readable file: reports are added, and what follows from them is worked out anew.

    add      intake -> read -> keep, one report after the other, each acknowledged when it is on the disk
    refresh  what people decided, heeded -> match -> assess -> keep, all of it or nothing

Where it stands: above `flow.py`, whose fence every report goes through; the commands and `everyclaim.open_case` call
it. What a case shows is a function of its reports and judgements. An incident's id is the one thing that depends on
when: it is allotted at the first refresh that finds the incident, which is when somebody first asks for incidents, and
never while reports are still being added (docs/design/0030-case.md).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from everyclaim import codec
from everyclaim.assess import Policy, Register, assess, policies, register_of
from everyclaim.casebook import (
    Author,
    Casebook,
    Derived,
    Failure,
    Folder,
    View,
    find_folder,
    heed,
    make_folder,
    open_casebook,
    open_view,
    standing,
)
from everyclaim.codec import Json
from everyclaim.flow import Trouble, fence, notes, read_parts, reader
from everyclaim.intake import Location, Options, locate, take
from everyclaim.match import Matching, Told, match
from everyclaim.model import Assessment, Incident, Judgement

SOFTWARE = f"everyclaim {version('everyclaim')}"


@dataclass(frozen=True, slots=True)
class Case:
    """A case and who works on it."""

    folder: Folder
    by: str

    @property
    def author(self) -> Author:
        """How the log names who acts."""
        return Author(self.by, SOFTWARE)


@dataclass(frozen=True, slots=True)
class Added:
    """A report that is in the case; `new` if it was not there before. `notes` say what could not be done for it."""

    report: str
    name: str
    new: bool
    notes: tuple[str, ...] = ()


def init_case(path: Path, by: str) -> Case:
    """Make an empty case.

    Raises:
        ValueError: there is a case already.
        BrokenStore: the folder cannot be written.
    """
    case = Case(make_folder(path), by)
    with open_casebook(case.folder, case.author) as casebook, casebook.work() as work:
        work.start(path.absolute().name)
    return case


def open_case(path: Path, by: str) -> Case:
    """Open the case that a folder is, or lies in.

    Raises:
        ValueError: there is none.
    """
    folder = find_folder(path)
    if folder is None:
        raise ValueError(f"There is no case at {path} or above it; make one with `everyclaim init`.")
    return Case(folder, by)


def add(case: Case, sources: Iterable[str], options: Options) -> Iterator[Added | Trouble]:
    """Add every report of every source; each is kept when it is yielded, and one that fails is told.

    It may be stopped at any moment and run again: what is kept already is passed over.

    Raises:
        MissingPart: the English pipeline or the gazetteer is absent or not the one pinned; nothing can be read.
    """
    reader()
    taking = replace(options, archive=case.folder.store)
    with open_casebook(case.folder, case.author) as casebook:
        for source in sources:
            for location in locate(source):
                yield _add_one(casebook, location, taking)


def _add_one(casebook: Casebook, location: Location, options: Options) -> Added | Trouble:
    report = fence("intake", location.name, take, location, options)
    if isinstance(report, Trouble):
        return _failed(casebook, report)
    with casebook.work() as work:
        if work.has_report(report.id):
            return Added(report.id, location.name, new=False)
    parts = fence("read", location.name, read_parts, report)
    if isinstance(parts, Trouble):
        return _failed(casebook, parts)
    with casebook.work() as work:
        new = work.add_report(parts)
        work.forget_failure(location.name)
    return Added(report.id, location.name, new, tuple(notes(report)))


def _failed(casebook: Casebook, trouble: Trouble) -> Trouble:
    with casebook.work() as work:
        work.note_failure(Failure(trouble.about, trouble.stage, trouble.sentence, trouble.step, trouble.trace))
    return trouble


def refresh(case: Case, *, anyway: bool = False) -> bool:
    """Work out incidents and assessments if anything that they depend on changed; return whether it was done.

    What another process adds meanwhile is taken in too: nothing is kept that was worked out from less than is there.
    """
    if not anyway and _is_fresh(case):
        return False
    with open_casebook(case.folder, case.author) as casebook:
        while True:
            with open_view(case.folder) as view:
                derived, because = _derive(view), _because(view)
            with casebook.work() as work:
                if work.last_input() == derived.made_from[0]:
                    work.replace_derived(derived, because)
                    return True


def judge(case: Case, judgement: Judgement) -> None:
    """Keep what a person decided; it counts from the next refresh on."""
    with open_casebook(case.folder, case.author) as casebook, casebook.work() as work:
        work.judge(judgement)


def make_judgement(case: Case, verdict: str, about: Sequence[str], why: str, payload: Mapping[str, str]) -> Judgement:
    """Make a judgement of now, by the case's author."""
    said: Json = {"verdict": verdict, "about": list(about), "by": case.by, "why": why}
    said |= {"decided_at": datetime.now(UTC).isoformat(), "payload": [list(pair) for pair in payload.items()]}
    return codec.decode({"id": "j" + codec.identify(**said)[:12], **said}, Judgement)


def register(view: View) -> Register:
    """The voices of a case, with what people decided about them."""
    judgements = standing(view.judgements())
    return replace(register_of(_told(view, judgements), judgements), copies=view.copies())


def _is_fresh(case: Case) -> bool:
    with open_view(case.folder) as view:
        return view.made_from() == (view.last_input(), made_with())


def made_with() -> str:
    """What incidents and assessments depend on beside reports and judgements: the program and its policies."""
    return codec.identify(software=SOFTWARE, policies=[[each.name, each.version] for each in policies()])


def _told(view: View, judgements: Sequence[Judgement]) -> list[Told]:
    heeded = (heed(parts, judgements) for parts in view.iter_parts())
    return [Told(parts.report, parts.happenings, parts.claims) for parts in heeded]


def _derive(view: View) -> Derived:
    judgements = standing(view.judgements())
    told = _told(view, judgements)
    matching = match(told, judgements, view.allotted())
    voices = replace(register_of(told, judgements), copies=matching.copies)
    return Derived(
        incidents=matching.incidents,
        retired=matching.retired,
        assessments=list(_assess(matching.incidents, told, voices)),
        comparisons=list(_comparisons(matching)),
        copies=matching.copies,
        made_from=(view.last_input(), made_with()),
    )


def _assess(incidents: Sequence[Incident], told: Sequence[Told], voices: Register) -> Iterator[Assessment]:
    by_report = {each.report.id: each for each in told}
    for incident in incidents:
        own = [by_report[each] for each in dict.fromkeys(report for report, _ in incident.happenings)]
        for policy in policies():
            yield assess(incident, own, voices, policy)


def _comparisons(matching: Matching) -> Iterator[tuple[str, Json]]:
    """Joins and refusals as they are kept, with the sentences of their reasons."""
    for verdict, pairs in (("join", matching.joins), ("refusal", matching.refusals)):
        for pair in pairs:
            reasons = [each._asdict() for each in pair.reasons]
            doubtful = verdict == "refusal" and getattr(pair, "doubtful", False)
            shown = {"left": pair.left, "right": pair.right, "score": pair.score, "reasons": reasons}
            yield ("doubt" if doubtful else verdict), shown


def _because(view: View) -> str:
    """Why assessing ran: what came since it last ran."""
    before = (view.made_from() or (0, ""))[0]
    acts = [entry.act for entry in view.iter_log() if entry.number > before]
    read, judged = acts.count("report_read"), acts.count("judged")
    said = [
        f"{count} {word}{'s' if count > 1 else ''}"
        for count, word in ((read, "report"), (judged, "judgement"))
        if count
    ]
    return (
        f"{' and '.join(said)} since the last time" if said else "the program or a policy changed, or it was asked for"
    )


__all__ = ["Added", "Case", "Policy", "add", "init_case", "judge", "make_judgement", "open_case", "refresh", "register"]

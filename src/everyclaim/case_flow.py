"""What follows from the reports and judgements of a case, as one readable file.

    refresh  what people decided, heeded -> match -> assess -> keep, all of it or nothing

Where it stands: reports come in by `case_adding.py`; the commands and `everyclaim.open_case` call both. What a case
shows is a function of its reports and judgements. An incident's id is the one thing that depends on when: it is
allotted at the first refresh that finds the incident, which is when somebody first asks for incidents, and never while
reports are still being added (docs/design/0030-case.md).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from everyclaim import codec
from everyclaim.assess import Register, assess, contradictions, policies, register_of
from everyclaim.casebook import (
    Author,
    Case,
    Derived,
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
from everyclaim.match import Matching, Told, match
from everyclaim.model import Assessment, Incident, Judgement
from everyclaim.sieve import Sieve, doubtful, without

SOFTWARE = f"everyclaim {version('everyclaim')}"


def init_case(path: Path, by: str) -> Case:
    """Make an empty case.

    Raises:
        ValueError: there is a case already.
        BrokenStore: the folder cannot be written.
    """
    case = Case(make_folder(path), Author(by, SOFTWARE))
    with open_casebook(case) as casebook, casebook.work() as work:
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
    return Case(folder, Author(by, SOFTWARE))


def refresh(case: Case, *, anyway: bool = False) -> bool:
    """Work out incidents and assessments if anything that they depend on changed; return whether it was done.

    A case that cannot be written stays as it was last worked out. What another process adds meanwhile is taken in too:
    nothing is kept that was worked out from less than is there.
    """
    if not case.folder.is_writable or (is_fresh(case) and not anyway):
        return False
    with open_casebook(case) as casebook:
        while True:
            with open_view(case.folder) as view:
                derived, because = _derive(view), _because(view)
            with casebook.work() as work:
                if work.last_input() == derived.made_from[0]:
                    work.replace_derived(derived, because)
                    break
    _keep_policies(case.folder)
    return True


def _keep_policies(folder: Folder) -> None:
    """Keep the rules that assessed beside the case: whoever opens it in ten years sees by what it was counted."""
    for policy in policies():
        kept = folder.policies / f"{policy.name}-{policy.version}.yaml"
        if not kept.exists():
            rules = files("everyclaim.assess") / "policies" / f"{policy.name}.yaml"
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(rules.read_bytes())


def judge(case: Case, judgement: Judgement) -> None:
    """Keep what a person decided; it counts from the next refresh on."""
    with open_casebook(case) as casebook, casebook.work() as work:
        work.judge(judgement)


def make_judgement(case: Case, verdict: str, about: Sequence[str], why: str, payload: Mapping[str, str]) -> Judgement:
    """Make a judgement of now, by the case's author."""
    said: Json = {"verdict": verdict, "about": list(about), "by": case.author.by, "why": why}
    said |= {"decided_at": datetime.now(UTC).isoformat(), "payload": [list(pair) for pair in payload.items()]}
    return codec.decode({"id": "j" + codec.identify(**said)[:12], **said}, Judgement)


def register(view: View) -> Register:
    """The voices of a case, with what people decided about them."""
    judgements = standing(view.judgements())
    return replace(register_of(_told(view, judgements), judgements), copies=view.copies())


def is_fresh(case: Case) -> bool:
    """Whether incidents and assessments are those of all that is in the case, by this program."""
    with open_view(case.folder) as view:
        return view.made_from() == (view.last_input(), made_with())


def made_with() -> str:
    """What incidents and assessments depend on beside reports and judgements: the program and its policies."""
    return codec.identify(software=SOFTWARE, policies=[[each.name, each.version] for each in policies()])


def surer(view: View, least: float) -> View:
    """The same case with claims of this confidence alone, and with what follows from them; nothing is kept of it.

    Which reports tell of one incident stays as it is, so that ids stay. What a person accepted is sure.
    """
    judgements = standing(view.judgements())
    heeded = [heed(parts, judgements) for parts in view.iter_parts()]
    left_out = frozenset[str]().union(*(doubtful(parts.claims, least) for parts in heeded))
    if not left_out:
        return view
    told = [
        Told(parts.report, parts.happenings, parts.claims) for parts in (without(each, left_out) for each in heeded)
    ]
    voices = replace(register_of(told, judgements), copies=view.copies())
    sieved = replace(view, sieve=Sieve(left_out))
    incidents = sieved.incidents()
    by_incident: dict[str, list[Assessment]] = {each.id: [] for each in incidents}
    for made in _assess(incidents, told, voices):
        by_incident[made.incident].append(made)
    against = {each.id: contradictions(each, _of(each, told), voices) for each in incidents}
    return replace(view, sieve=Sieve(left_out, by_incident, against))


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
        contradictions={each.id: contradictions(each, _of(each, told), voices) for each in matching.incidents},
        made_from=(view.last_input(), made_with()),
    )


def _assess(incidents: Sequence[Incident], told: Sequence[Told], voices: Register) -> Iterator[Assessment]:
    for incident in incidents:
        own = _of(incident, told)
        for policy in policies():
            yield assess(incident, own, voices, policy)


def _of(incident: Incident, told: Sequence[Told]) -> list[Told]:
    """What the reports of an incident tell, in its order."""
    by_report = {each.report.id: each for each in told}
    return [by_report[each] for each in dict.fromkeys(report for report, _ in incident.happenings)]


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

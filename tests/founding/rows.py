"""The twelve rows, each a function from a record and what is expected of it to faults in words."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

from tests.founding.expected import Count, Expected, Month, Party, Town

from everyclaim.codec import text_sha256

Json = dict[str, Any]
Row = Callable[[Json, Expected, str], Iterator[str]]

VOWS = {"threat", "vow", "promise"}


def claims(record: Json, field: str, about: Json | None = None) -> list[Json]:
    return [
        claim
        for claim in record["claims"]
        if claim["field"] == field and (about is None or about["id"] in claim["about"])
    ]


def happenings(record: Json, *types: str) -> list[Json]:
    return [each for each in record["happenings"] if each["type"] is not None and each["type"]["value"] in types]


def strike(record: Json) -> Json:
    """The main happening; an empty one where there is none, so that rows say what is missing."""
    return next(
        (each for each in record["happenings"] if each["rank"] == "main"), {"id": "", "when": None, "where": None}
    )


def execution(record: Json) -> Json:
    return next(iter(happenings(record, "execution_killing")), {"id": "", "when": None, "where": None})


def seizures(record: Json) -> list[Json]:
    return happenings(record, "abduction")


def names(party: Party, *shown: Any) -> bool:
    """Whether an actor or voice (or its code alone, or words) is this party."""
    return any(_is(party, each) for each in shown)


def _is(party: Party, shown: Any) -> bool:
    if isinstance(shown, str):
        shown = {"name": shown, "code": shown}
    told = " ".join(str(shown.get(key) or "") for key in ("name", "code", "words")).casefold()
    coded = bool(party.code) and str(shown.get("code")).split(":")[0] == party.code
    return coded or any(word.casefold() in told for word in party.words)


def said_by(claim: Json, party: Party) -> bool:
    return names(party, *claim["said_by"])


def own(claim: Json) -> bool:
    return not claim["said_by"]


def need(found: Any, what: str) -> Iterator[str]:
    if not found:
        yield what


def s1(record: Json, _due: Expected, _text: str) -> Iterator[str]:
    happened = [each for each in record["happenings"] if each["modality"] in {"happened", "ongoing"}]
    kinds = sorted((each["type"] or {"value": "none"})["value"] for each in happened)
    due = sorted(["air_strike", "execution_killing", "abduction", "abduction"])
    yield from need(kinds == due, f"happened: {kinds}")
    main = [each["type"] and each["type"]["value"] for each in happened if each["rank"] == "main"]
    yield from need(main == ["air_strike"], f"main: {main}")


def s2(record: Json, due: Expected, _text: str) -> Iterator[str]:
    links = [each for each in claims(record, "link", strike(record)) if own(each)]
    to = [each["value"] for each in links]
    right = {"kind": "retaliation_for", "to": execution(record)["id"]}
    yield from need(any(right.items() <= each.items() for each in to), f"no link of the strike to the execution: {to}")
    motives = [each for each in claims(record, "motive", strike(record)) if said_by(each, due.striker)]
    yield from need(motives, "no motive of the strikers in their own voice")
    revenge = [each for each in claims(record, "motive", execution(record)) if said_by(each, due.fighter)]
    told = [each for each in revenge if each["value"]["to"] is None and "women" in (each["value"].get("words") or "")]
    yield from need(told, f"no revenge told by the fighter: {[each['value'] for each in revenge]}")


def s3(record: Json, due: Expected, _text: str) -> Iterator[str]:
    hit, killing = strike(record), execution(record)
    by = [each for each in claims(record, "by", hit) if own(each) and names(due.striker, each["value"])]
    yield from need(by, "the strike: not by the striker in the report's voice")
    selves = [
        each
        for field in ("by", "responsibility")
        for each in claims(record, field, hit)
        if each["value"]["basis"] == "self_claim" and said_by(each, due.striker)
    ]
    yield from need(selves, "the strike: no self_claim from the statement")
    against = [each["value"] for each in claims(record, "against", hit)]
    yield from need(any(names(due.ally, a) or names(due.group, a) for a in against), f"the strike: against {against}")
    held = [each["value"] for each in claims(record, "controlled_by", hit)]
    yield from need(names(due.group, *held), f"the town: controlled by {held}")
    killers = [each["value"] for each in claims(record, "by", killing)]
    yield from need(names(due.group, *killers), f"the execution: by {killers}")
    responsible = [each["value"] for each in claims(record, "responsibility", killing)]
    claimed = [each for each in responsible if names(due.province, each) and each["basis"] == "self_claim"]
    yield from need(claimed, f"the execution: responsibility {responsible}")
    yield from _affiliations(record, due)
    yield from _one_leader(record, due)


def _affiliations(record: Json, due: Expected) -> Iterator[str]:
    to_group = [each["value"] for each in claims(record, "affiliation") if names(due.group, each["value"]["to"])]
    for who in (due.ally, due.province, Party(("groups",))):
        yield from need([v for v in to_group if names(who, v["actor"])], f"no affiliation of {who.words}")
    since = [each["from"] for each in to_group if names(due.ally, each["actor"])]
    yield from need(any(in_month(each, due.pledged_in) for each in since), f"pledged from {since}")


def _one_leader(record: Json, due: Expected) -> Iterator[str]:
    words = Party((*due.leader.words, *due.leader_titles))
    voices = [voice for each in record["claims"] for voice in each["said_by"] if names(words, voice["words"])]
    told = {voice["name"] for voice in voices}
    yield from need(len(told) == 1, f"the leader is {sorted(told)}")
    yield from need(names(due.leader, *told), f"the leader is {sorted(told)}")


def s4(record: Json, due: Expected, _text: str) -> Iterator[str]:
    yield from _place("the strike", strike(record), due.struck, {"settlement"})
    near = {"near_settlement", "settlement", "landmark"}
    yield from _place("the execution", execution(record), due.seized_at, near)
    where = execution(record)["where"]
    hedged = [each for each in claims(record, "where") if where and each["id"] == where["claim"]]
    words = [hedge["words"] for each in hedged for hedge in each["hedges"] if each["mode"] == "hedged"]
    yield from need("said to be" in words, f"the execution's place is hedged with {words}")
    for each in seizures(record):
        yield from _place("an abduction", each, due.seized_at, {"settlement"})


def _place(what: str, happening: Json, town: Town, precisions: set[str]) -> Iterator[str]:
    """A fifth of a degree lies between gazetteers; a name, its country and its precision do not vary."""
    where = happening["where"]
    if where is None:
        yield f"{what}: no place"
        return
    yield from need(where["country"] == town.country, f"{what}: country {where['country']}")
    called = {str(where["name"]), str(where["gazetteer_name"])}
    yield from need(called & {town.name, *town.also}, f"{what}: called {called}")
    yield from need(where["precision"] in precisions, f"{what}: precision {where['precision']}")
    near = where["lat"] is not None and abs(where["lat"] - town.lat) < 0.2 and abs(where["lon"] - town.lon) < 0.2
    yield from need(near, f"{what}: at {where['lat']}, {where['lon']}")


def s5(record: Json, due: Expected, _text: str) -> Iterator[str]:
    when = strike(record)["when"] or {}
    day = due.published.isoformat()
    yield from need((when.get("earliest"), when.get("latest")) == (day, day), f"the strike: {when}")
    yield from need(when.get("precision") in {"part_of_day", "day"}, f"the strike: {when.get('precision')}")
    yield from need(when.get("part_of_day") in due.part_of_day, f"the strike: {when.get('part_of_day')}")
    before = execution(record)["when"] or {"earliest": "", "latest": ""}
    ends = {day, (due.published - timedelta(days=1)).isoformat()}
    yield from need(before["earliest"] is None and before["latest"] in ends, f"the execution: {before}")
    months = [each["when"] for each in seizures(record)]
    for month in due.seized_in:
        yield from need([each for each in months if in_month(each, month)], f"the abductions: none in {month}")
    past = [each["value"] for each in claims(record, "when") if each["modality"] == "historical"]
    yield from need([each for each in past if in_month(each, due.overthrown_in)], f"historical: {past}")
    lasting = {each["value"]["duration"] for each in claims(record, "statement")}
    yield from need(lasting & set(due.mourning), f"durations: {lasting}")
    starts = [each["value"]["from"] for each in claims(record, "affiliation")]
    yield from need(any(in_month(each, due.pledged_in) for each in starts), f"pledges from {starts}")


def in_month(value: Any, month: Month) -> bool:
    """Whether an interval is this month, or a day (as a start) lies in it."""
    year, number = month
    if isinstance(value, str):
        return value.startswith(f"{year}-{number:02}")
    last = monthrange(year, number)[1]
    ends = (f"{year}-{number:02}-01", f"{year}-{number:02}-{last}")
    return value is not None and (value["earliest"], value["latest"]) == ends


def s6(record: Json, due: Expected, _text: str) -> Iterator[str]:
    killed = claims(record, "killed")
    by_voice = [each["value"] for each in killed if said_by(each, due.commander)]
    right = [
        v for v in by_voice if count(v) == due.claimed and (v["claimed_label"], v["status"]) == (due.label, "contested")
    ]
    yield from need(right, f"killed, as claimed: {by_voice}")
    executed = [each["value"] for each in claims(record, "killed", execution(record))]
    exact = Count(due.executed, due.executed, "exact", due.executed, due.executed)
    sure = [each for each in executed if count(each) == exact and each["status"] in {"civilian", "unknown"}]
    yield from need(sure, f"executed: {executed}")
    other = [count(v) for v in (each["value"] for each in killed) if count(v) not in {exact, due.claimed}]
    yield from need(not [each for each in other if each.number or each.number_high], f"also killed: {other}")
    yield from _casualties(record)
    yield from _men_seized(record, due)


def count(value: Json) -> Count:
    return Count(*(value[key] for key in ("number", "number_high", "expression", "low", "high", "open_high")))


def harmed(record: Json) -> list[Json]:
    """The claims of civilian casualties as a whole."""
    found = claims(record, "killed_or_injured", strike(record))
    return [each for each in found if each["value"]["status"] == "civilian" and each["value"]["group"] is None]


def _casualties(record: Json) -> Iterator[str]:
    whole = harmed(record)
    plural = [v for v in (each["value"] for each in whole) if v["expression"] == "plural" and v["low"] == 2]
    yield from need([v for v in plural if v["high"] in {2, None}], "no civilian casualties as a plural")
    every = [each["value"] for each in claims(record, "killed_or_injured")]
    children = [each for each in every if each["group"] == "child"]
    ids = {each["id"] for each in whole}
    yield from need([each for each in children if each["subset_of"] in ids], f"the children are no part: {children}")


def _men_seized(record: Json, due: Expected) -> Iterator[str]:
    both = {each["id"] for each in seizures(record)}
    found = [each for each in claims(record, "abducted") if both and both <= set(each["about"])]
    values = [each["value"] for each in found]
    right = [
        each
        for each in values
        if each["scope"] != "happening" and (each["expression"] == "plural" or each["number"] == due.executed)
    ]
    yield from need(right, f"the men seized: {values}")


def s7(record: Json, due: Expected, _text: str) -> Iterator[str]:
    told = [each for each in claims(record, "killed") if said_by(each, due.commander)]
    modes = [(each["mode"], (each["cue"] or {"words": ""})["words"]) for each in told]
    yield from need([m for m in modes if m[0] == "non_factive" and due.cue in m[1]], f"the commander: {modes}")
    whole = [each for each in harmed(record) if said_by(each, due.others)]
    yield from need(whole, "no other sources on the civilian casualties")
    yield from need(
        [each for each in whole if each["mode"] == "neutral"], f"others: {[each['mode'] for each in whole]}"
    )
    kinds = {each["id"]: each["kind"] for each in record["evidence"]}
    support = {kinds.get(name) for each in whole for name in each["supported_by"]}
    yield from need(support & {"video", "image"}, f"the casualties are supported by {support}")


def s8(record: Json, due: Expected, _text: str) -> Iterator[str]:
    hits = [each for each in claims(record, "target_hit", strike(record)) if said_by(each, due.striker)]
    yield from need([each for each in hits if "precisely" in each["quote"]], f"hit: {[each['quote'] for each in hits]}")
    pairs = [
        (a, b) for a in hits for b in harmed(record) if b["id"] in a["contradicts"] and a["id"] in b["contradicts"]
    ]
    yield from need(pairs, "what was hit and the civilian casualties do not contradict each other")


def s9(record: Json, due: Expected, _text: str) -> Iterator[str]:
    shown = [(each["kind"], each["seen"], each["words"]) for each in record["evidence"]]
    footage = [each for each in shown if each[1] == "claimed" and "footage" in each[2]]
    yield from need(footage, f"no claimed footage: {shown}")
    damage = [each for each in shown if each[1] == "mentioned" and "images" in each[2]]
    yield from need(damage, f"no video and images: {shown}")
    for caption in due.captions:
        yield from need([each for each in shown if each[2].strip() == caption], f"no caption {caption!r}")
    videos = {each["id"] for each in record["evidence"] if each["kind"] == "video" and names(due.group, each["words"])}
    yield from need(videos, f"no video of the group: {shown}")
    supported = {
        name for each in record["claims"] if execution(record)["id"] in each["about"] for name in each["supported_by"]
    }
    yield from need(videos & supported, "the group's video does not support the execution")


def s10(record: Json, due: Expected, _text: str) -> Iterator[str]:
    made = claims(record, "statement")
    sisi, army, group = due.leader, due.striker, due.group
    whole = [each for each in made if each["quote"].strip() == due.block and each["value"]["verbatim"]]
    yield from need([each for each in whole if said_by(each, army)], "the block is not whole and verbatim")
    wanted: list[tuple[str, Party | None, set[str], str]] = [
        ("retaliation promised", sisi, VOWS, "retaliation"),
        ("mourning", sisi, {"mourning"}, "mourning"),
        ("the council deciding", sisi, set(), due.council),
        ("the ban", None, {"measure"}, "ban"),
        ("the words on the United Nations", sisi, set(), "community"),
        ("the beheading announced", group, {"announcement"}, "beheading"),
        ("the vow", group, VOWS, "fight"),
        ("the fighter's reason", due.fighter, set(), "revenge"),
    ]
    for what, who, acts, word in wanted:
        near = [each for each in made if word in each["quote"]]
        right = [each for each in near if who is None or said_by(each, who)]
        right = [each for each in right if not acts or each["value"]["act"] in acts]
        yield from need(right, f"{what}: {[(e['value']['act'], [v['name'] for v in e['said_by']]) for e in near]}")
    bans = [each for each in made if "ban" in each["quote"].split() and each["value"]["act"] == "measure"]
    yield from need([each for each in bans if own(each) or said_by(each, sisi)], "the ban has another speaker")
    speech = [each["value"] for each in made if said_by(each, due.fighter)]
    spoken = [each for each in speech if (each["language"], each["channel"]) == ("en", "video")]
    yield from need(spoken, f"the fighter in English on video: {speech}")


def s11(record: Json, due: Expected, _text: str) -> Iterator[str]:
    targets = [each["value"]["what"] for each in claims(record, "target_stated", strike(record))]
    for word in ("headquarters", "police school"):
        yield from need([each for each in targets if word in each], f"no {word} among the stated targets {targets}")
    damage = claims(record, "damage", strike(record))
    homes = [each for each in damage if (each["value"]["infrastructure"] or "").casefold() == "residential"]
    yield from need(homes, f"damage: {[each['value'] for each in damage]}")
    yield from need([each for each in homes if each["supported_by"]], "the damage is not supported")
    weapons = [each["value"]["what"] for each in claims(record, "weapon", strike(record))]
    weapons += [mode for each in claims(record, "type", strike(record)) for mode in each["value"]["modes"]]
    yield from need([each for each in weapons if due.weapon in each], f"weapons: {weapons}")


def s12(record: Json, _due: Expected, text: str) -> Iterator[str]:
    repeated = [each["words"] for each in record["troubles"] if each["kind"] == "repeated_words"]
    yield from need(
        any(each.split()[:2] == each.split()[2:4] != [] for each in repeated), f"repeated words: {repeated}"
    )
    yield from need(record["report"]["text_sha256"] == text_sha256(text), "the archived words were changed")


ROWS: tuple[Row, ...] = (s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12)

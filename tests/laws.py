"""The laws of a single record (codebook, 1, 3 and 15), each a function from a record and its text to faults in words.

Used over generated and bundled texts, the founding report and its variants.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import Any, get_args

from everyclaim import model, verify

Json = dict[str, Any]
Law = Callable[[Json, str], Iterator[str]]

HARMS = get_args(model.Harm)
PERSONS_STATE = ("killed", "injured", "missing")

PARTY = frozenset({"name", "code", "basis", "certainty"})
THING = frozenset({"what", "infrastructure"})
FIGURE = frozenset(
    {
        *("number", "number_high", "expression", "low", "high", "open_high", "of", "status"),
        *("claimed_label", "group", "flags", "subset_of", "scope", "side"),
    }
)
PLACE = frozenset(
    {
        *("name", "gazetteer_name", "country", "admin1", "lat", "lon", "gazetteer", "precision"),
        *("point_precision", "radius_km", "rivals"),
    }
)

KEYS: dict[str, frozenset[str]] = {
    "type": frozenset({"type", "modes"}),
    "when": frozenset({"earliest", "latest", "precision", "part_of_day", "time"}),
    "where": PLACE,
    **dict.fromkeys(("by", "against", "controlled_by", "responsibility"), PARTY),
    **dict.fromkeys(HARMS, FIGURE),
    **dict.fromkeys(("weapon", "target_stated", "target_hit", "damage"), THING),
    "affiliation": frozenset({"actor", "to", "from", "until"}),
    "statement": frozenset({"act", "verbatim", "channel", "language", "duration"}),
}
LINK_KEYS = ({"kind", "to", "words"}, {"kind", "to", "basis"})

WORDS: dict[str, Any] = {
    "field": model.Field,
    "mode": model.Mode,
    "modality": model.Modality,
    "standing": model.Standing,
    "expression": model.Expression,
    "status": model.Status,
    "scope": model.Scope,
    "type": model.EventType,
    "basis": model.Basis,
    "certainty": model.Certainty,
    "act": model.Act,
}


def figures(record: Json) -> Iterator[Json]:
    return (claim for claim in record["claims"] if claim["field"] in HARMS)


def told(claim: Json) -> str:
    return f"{claim['id']} {claim['field']} {claim['quote']!r}"


def every_quote_is_the_text(record: Json, text: str) -> Iterator[str]:
    yield from verify.find_faults(record, text)


def nothing_exists_without_words(record: Json, _text: str) -> Iterator[str]:
    for part in ("claims", "evidence", "troubles"):
        for each in record[part]:
            if not each.get("quote", each.get("words")):
                yield f"{part}: {each.get('id')} has no words"
    for claim in record["claims"]:
        if any(not voice["words"] for voice in (*claim["said_by"], *claim["via"])):
            yield f"{told(claim)}: a voice without words"


def every_id_is_one_things(record: Json, _text: str) -> Iterator[str]:
    for part in ("happenings", "claims", "evidence", "victims"):
        counts = Counter(each["id"] for each in record[part])
        yield from (f"{part}: {count} times {name}" for name, count in counts.items() if count > 1)


def preferred_values_are_those_of_claims(record: Json, _text: str) -> Iterator[str]:
    claims = {claim["id"]: claim for claim in record["claims"]}
    for each in record["happenings"]:
        for field in ("type", "when", "where"):
            if (shown := each[field]) is None:
                continue
            claim = claims.get(shown["claim"])
            if claim is None:
                yield f"{each['id']}.{field} names {shown['claim']}, which is no claim"
            elif claim["field"] != field or each["id"] not in claim["about"]:
                yield f"{each['id']}.{field} names {told(claim)}, which is not about it"
            elif _shown(field, claim["value"]) != {key: shown[key] for key in shown if key != "claim"}:
                yield f"{each['id']}.{field} shows another value than {told(claim)}"


def _shown(field: str, value: Json) -> Json:
    return {"value": value["type"], "modes": value["modes"]} if field == "type" else value


def every_reference_leads_somewhere(record: Json, _text: str) -> Iterator[str]:
    ids = {part: {each["id"] for each in record[part]} for part in ("happenings", "claims", "evidence")}
    for claim in record["claims"]:
        wanted = [("happenings", claim["about"]), ("evidence", claim["supported_by"]), ("claims", claim["contradicts"])]
        if claim["field"] in {"motive", "link"} and claim["value"]["to"] is not None:
            wanted.append(("happenings", [claim["value"]["to"]]))
        if claim["field"] in HARMS and claim["value"]["subset_of"] is not None:
            wanted.append(("claims", [claim["value"]["subset_of"]]))
        for part, names in wanted:
            yield from (f"{told(claim)}: {name} is not among the {part}" for name in names if name not in ids[part])
    for each in record["happenings"]:
        if each["parent"] is not None and each["parent"] not in ids["happenings"] - {each["id"]}:
            yield f"{each['id']}: its parent {each['parent']} is no other happening"
    for each in record["victims"]:
        yield from (f"{each['id']}: {name} is no claim" for name in each["claims"] if name not in ids["claims"])


def a_part_is_of_the_same_harm(record: Json, _text: str) -> Iterator[str]:
    fields = {claim["id"]: claim["field"] for claim in record["claims"]}
    for claim in figures(record):
        parent = claim["value"]["subset_of"]
        if parent == claim["id"]:
            yield f"{told(claim)} is a part of itself"
        elif parent in fields and fields[parent] not in {claim["field"], "killed_or_injured"}:
            yield f"{told(claim)} is a part of a figure of {fields[parent]}"


def bounds_are_in_order(record: Json, _text: str) -> Iterator[str]:
    for claim in figures(record):
        value = claim["value"]
        for low, high in (("low", "high"), ("number", "number_high")):
            if None not in (value[low], value[high]) and value[low] > value[high]:
                yield f"{told(claim)}: {low} {value[low]} is above {high} {value[high]}"
        if value["low"] is not None and value["low"] < 0:
            yield f"{told(claim)}: a negative count"


def null_is_not_zero(record: Json, _text: str) -> Iterator[str]:
    for claim in figures(record):
        value = claim["value"]
        zeros = [key for key in ("number", "number_high", "high") if value[key] == 0]
        if zeros and value["expression"] != "none":
            yield f"{told(claim)}: {zeros} are 0 with {value['expression']}"
        if value["expression"] == "none" and value["number"] != 0:
            yield f"{told(claim)}: none is not 0"


NUMBERLESS = ("plural", "few", "several", "many", "dozens", "tens", "scores", "hundreds", "thousands")


def numbers_are_those_of_the_words(record: Json, _text: str) -> Iterator[str]:
    """The shape of number and number_high by expression (codebook, 3.1)."""
    for claim in figures(record):
        value = claim["value"]
        low, high, how = value["number"], value["number_high"], value["expression"]
        right = {
            **dict.fromkeys(("exact", "inferred", "about", "nearly", "none"), low is not None and low == high),
            "range": low is not None and high is not None and low < high,
            **dict.fromkeys(("at_least", "more_than"), low is not None and high is None),
            "up_to": low is None and high is not None,
            **dict.fromkeys(NUMBERLESS, low is None and high is None),
        }
        if not right.get(how, True):
            yield f"{told(claim)}: {low}, {high} with {how}"


FIXED: dict[str, tuple[int, int, bool]] = {
    **dict.fromkeys(("plural", "few", "several"), (2, 2, True)),
    "many": (2, 10, True),
    "dozens": (12, 24, False),
    "tens": (10, 20, False),
    "scores": (20, 40, False),
    "hundreds": (100, 200, False),
    "thousands": (1000, 2000, False),
    "none": (0, 0, False),
}


def bounds(value: Json) -> tuple[int | None, int | None, bool] | None:
    """The `everyclaim` reading of a figure's words (codebook, 3.2); None where more than the words decides."""
    number, high, how = value["number"], value["number_high"], value["expression"]
    if how in FIXED or number is None:
        return FIXED.get(how)
    exact = {
        **dict.fromkeys(("exact", "inferred"), (number, number, False)),
        **dict.fromkeys(("range", "fraction"), (number, high, False)),
        "at_least": (number, number, True),
        "more_than": (number + 1, number + 1, True),
    }
    return exact.get(how)


def low_and_high_come_from_the_words_alone(record: Json, _text: str) -> Iterator[str]:
    seen: dict[tuple[Any, ...], set[tuple[Any, ...]]] = defaultdict(set)
    for claim in figures(record):
        value = claim["value"]
        if claim["standing"] == "feared":
            continue
        read = (value["low"], value["high"], value["open_high"])
        seen[value["number"], value["number_high"], value["expression"], claim["standing"]].add(read)
        if (due := bounds(value)) is not None and read != due:
            yield f"{told(claim)}: {read} instead of {due}"
    yield from (f"{words} was read as {readings}" for words, readings in seen.items() if len(readings) > 1)


def disjoint_parts_fit_the_whole(record: Json, _text: str) -> Iterator[str]:
    if any(trouble["kind"] == "quantity_conflict" for trouble in record["troubles"]):
        return
    claims = {claim["id"]: claim for claim in record["claims"]}
    parts: dict[tuple[str, str], dict[Any, int]] = defaultdict(dict)
    for claim in figures(record):
        value = claim["value"]
        if value["subset_of"] in claims and value["low"] is not None and value["group"]:
            sizes = parts[value["subset_of"], str(claim["said_by"])]
            sizes[value["group"]] = max(sizes.get(value["group"], 0), value["low"])
    for (parent, _voice), sizes in parts.items():
        whole = claims[parent]["value"]
        if whole["high"] is not None and not whole["open_high"] and sum(sizes.values()) > whole["high"]:
            yield f"{told(claims[parent])}: its parts {sizes} are more than {whole['high']}"


def casualties_never_fill_killed(record: Json, _text: str) -> Iterator[str]:
    for claim in record["claims"]:
        words = claim["quote"].lower()
        dead = any(word in words for word in ("kill", "dead", "died", "die", "death", "fatal", "slain", "lives", "bod"))
        if claim["field"] == "killed" and "casualt" in words and not dead:
            yield told(claim)


def a_person_is_in_one_harm_at_a_time(record: Json, _text: str) -> Iterator[str]:
    seen: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    for claim in figures(record):
        if claim["field"] in PERSONS_STATE and " and " not in claim["quote"]:
            value = claim["value"]
            who = (claim["start"], claim["end"], value["number"], value["of"], str(claim["said_by"]))
            seen[who].add(claim["field"])
    yield from (f"{who[:4]}: {harms}" for who, harms in seen.items() if len(harms) > 1)


def words_are_those_of_the_contract(record: Json, _text: str) -> Iterator[str]:
    for claim in record["claims"]:
        value = claim["value"]
        if (value.keys() != KEYS[claim["field"]]) if claim["field"] in KEYS else value.keys() not in LINK_KEYS:
            yield f"{told(claim)}: keys {sorted(value)}"
        for holder in (claim, value):
            # A link's basis is said freely.
            listed = {} if claim["field"] == "link" and holder is value else WORDS
            wrong = {
                key: holder[key] for key, kind in listed.items() if key in holder and holder[key] not in get_args(kind)
            }
            if wrong:
                yield f"{told(claim)}: {wrong}"
    for each in record["happenings"]:
        if each["rank"] not in get_args(model.Rank) or each["modality"] not in get_args(model.Modality):
            yield f"{each['id']}: {each['rank']}, {each['modality']}"
    yield from (f"{e['id']}: {e['seen']}" for e in record["evidence"] if e["seen"] not in get_args(model.Seen))


def one_happening_is_the_main_one(record: Json, _text: str) -> Iterator[str]:
    main = [each["id"] for each in record["happenings"] if each["rank"] == "main"]
    if len(main) > 1:
        yield f"{main} are all main"


def intervals_are_in_order(record: Json, _text: str) -> Iterator[str]:
    for claim in record["claims"]:
        if claim["field"] == "when":
            earliest, latest = claim["value"]["earliest"], claim["value"]["latest"]
            if earliest is not None and latest is not None and earliest > latest:
                yield f"{told(claim)}: {earliest} is after {latest}"


def a_point_says_what_it_stands_for(record: Json, _text: str) -> Iterator[str]:
    for claim in record["claims"]:
        if claim["field"] == "where":
            value = claim["value"]
            if len({value[key] is None for key in ("lat", "lon", "point_precision")}) > 1:
                yield f"{told(claim)}: {value['lat']}, {value['lon']}, {value['point_precision']}"


def confidence_is_a_share(record: Json, _text: str) -> Iterator[str]:
    for claim in record["claims"]:
        if not 0 <= claim["confidence"] <= 1 or not claim["why"]:
            yield f"{told(claim)}: {claim['confidence']} because {claim['why']!r}"


LAWS: tuple[Law, ...] = (
    every_quote_is_the_text,
    nothing_exists_without_words,
    every_id_is_one_things,
    preferred_values_are_those_of_claims,
    every_reference_leads_somewhere,
    a_part_is_of_the_same_harm,
    bounds_are_in_order,
    null_is_not_zero,
    numbers_are_those_of_the_words,
    low_and_high_come_from_the_words_alone,
    disjoint_parts_fit_the_whole,
    casualties_never_fill_killed,
    a_person_is_in_one_harm_at_a_time,
    words_are_those_of_the_contract,
    one_happening_is_the_main_one,
    intervals_are_in_order,
    a_point_says_what_it_stands_for,
    confidence_is_a_share,
)


def find_faults(record: Json, text: str) -> list[str]:
    """All faults of a record under all laws, each with the law that it breaks."""
    return [f"{law.__name__}: {fault}" for law in LAWS for fault in law(record, text)]

"""Reports from Latin America: groups of victims, relevance, and who filled which role.

Coded are attacks on civilians and on what serves them; clashes between armed sides, arrests and the attackers' own dead
are not. Targets are things that stand somewhere, victims those with a name, weapons what was used and not its carrier.
These are rules of the corpus and stay here.
"""

import re
from collections.abc import Iterable, Iterator

from everyclaim.bench.corpus import record_of
from everyclaim.bench.records import SCOPES, TOLD, numbers
from everyclaim.codec import Json
from everyclaim.lexicon.actors import actors, heads
from everyclaim.lexicon.words import find

KINDS = {"killed": "killed", "injured": "injured", "abducted": "kidnapped"}
ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
NOT_CODED = frozenset(
    "ground_clash territory_taken arrest weapons_intercepted mobilisation protest agreement_ceasefire displacement "
    "hostage_release aid_access_granted aid_restriction siege_blockade riot_mob".split()
)
_HARMING = {"killed", "injured", "abducted", "killed_or_injured"}
_STATE = frozenset({"MIL", "GOV", "COP", "SPY", "JUD", "LEG"})
_STATE_NOUNS = frozenset("army police troops government military navy air_force authorities".split())
_ORGANISED = frozenset(
    each.lower() for kind in ("armed endings", "body endings") for each in heads()[kind] if " " not in each
) - {"rebels", "fighters", "guerrillas", "insurgents", "commandos", "gang", "group", "forces"}
_QUANTITY = re.compile(
    r"^(?:(?:the|a|an|some|several|many|about|at least|around|nearly|almost|another|other|its|their|his|her|of|two"
    r"|three|four|five|six|seven|eight|nine|ten|twelve|a number of|dozens of|\d[\d,]*) )+",
    re.IGNORECASE,
)
_WHERE = re.compile(r" (?:in|at|on|near|from|with|which|that|where|belonging|located|along|outside|of the town)\b.*$")
_CARRIER = re.compile(
    r"\b(?:aircraft|helicopters?|planes?|jets?|vehicles?|convoys?|tanks?|shots?|gunfire|fire|arson|technical|ammunition"
    r"|cartridges?|bullets?|booby|warplanes?|trucks?|arms|weapons?|material|uniforms?|radios?)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"(?P<who>(?:[a-z]+ )?(?:terrorists?|guerrillas?|rebels?|members|militants|gunmen|commandos|soldiers|insurgents"
    r"|subversives|troops|individuals|activists)) (?:of|from|belonging to) (?:the )?$",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"(?P<who>terrorists?|guerrillas?|rebels|members|militants|gunmen|commandos)\b", re.IGNORECASE)


def predict(line: Json) -> Json:
    """Groups, roles and relevance of one report."""
    record = record_of(line)
    coded = {each["id"] for each in record["happenings"] if _is_coded(each, record)}
    told = [claim for claim in record["claims"] if claim["modality"] in TOLD and coded & set(claim["about"])]
    return {
        "id": line["id"],
        "casualties": _groups(told),
        "relevant": bool(coded),
        "role_fillers": _roles(line["text"], record, told),
    }


def _is_coded(happening: Json, record: Json) -> bool:
    """Whether the corpus codes it: an act of its kinds, or harm to people who do not fight."""
    kind = happening["type"] and happening["type"]["value"]
    if happening["modality"] not in TOLD or kind in NOT_CODED:
        return False
    harmed = [
        claim["value"]["status"]
        for claim in record["claims"]
        if claim["field"] in _HARMING and happening["id"] in claim["about"] and claim["value"]["expression"] != "none"
    ]
    return not harmed or any(status != "combatant" for status in harmed)


def _groups(told: list[Json]) -> list[Json]:
    """The groups of people harmed; a number of a kind once, single people once each by what they are called."""
    found: dict[tuple[object, ...], Json] = {}
    for claim in told:
        if (group := _group(claim)) is not None and group["max"] > 0:
            who = claim["value"]["of"].lower() if group["max"] == 1 else ""
            found.setdefault((group["kind"], group["min"], group["max"], who), group)
    return list(found.values())


def _group(claim: Json) -> Json | None:
    counted = claim["field"] in KINDS and claim["value"]["scope"] in SCOPES
    limits = numbers(claim["value"]) if counted else None
    if limits is None or limits[0] is None or claim["standing"] == "denied" or _is_fighters(claim["value"]):
        return None
    low, high = limits
    return {
        "kind": KINDS[claim["field"]],
        "min": low,
        "max": low if high is None else high,
        "status": _status(claim["value"]),
    }


def _is_fighters(value: Json) -> bool:
    """The attackers' own dead and wounded, who are not coded."""
    return "perpetrator" in value["flags"] or bool(value["claimed_label"])


def _status(value: Json) -> str:
    if "police" in value["flags"]:
        return "police"
    return "military" if value["status"] == "combatant" else "civilian"


def _roles(text: str, record: Json, told: list[Json]) -> dict[str, list[list[str]]]:
    """Every distinct filler in the words of the report."""
    found: dict[str, dict[str, None]] = {role: {} for role in ROLES}
    for claim in told:
        for role, words in _fillers(text, claim):
            if words and words.lower() not in {each.lower() for each in found[role]}:
                found[role][words] = None
    ids = {claim["id"] for claim in told if claim["field"] in _HARMING}
    for victim in record["victims"]:
        if victim["names"] and ids & set(victim["claims"]):
            found["Victim"][victim["names"][0]] = None
    found["Weapon"] = dict.fromkeys(_finest(found["Weapon"]))
    return {role: [[words] for words in each] for role, each in found.items()}


def _finest(weapons: Iterable[str]) -> list[str]:
    """Without what another says more finely, a plural beside its singular, and "explosives" where a weapon is named."""
    names = list(weapons)
    stems = {each: each.lower().removesuffix("s") for each in names}
    kept = [
        each
        for at, each in enumerate(names)
        if not any(
            stems[each] in stems[other] and (stems[each] != stems[other] or names.index(other) < at)
            for other in names
            if other != each
        )
    ]
    return [each for each in kept if len(kept) == 1 or "explosive" not in each.lower()]


def _fillers(text: str, claim: Json) -> Iterator[tuple[str, str]]:
    value = claim["value"]
    if claim["field"] in {"by", "responsibility"} and value["basis"] != "denial" and claim["standing"] != "denied":
        yield from _perpetrator(text, claim)
    elif claim["field"] in {"damage", "target_hit"} and (thing := _thing(value["what"])):
        yield "Target", thing
    elif claim["field"] == "weapon" and not _CARRIER.search(value["what"]):
        yield "Weapon", " ".join(value["what"].split())


def _perpetrator(text: str, claim: Json) -> Iterator[tuple[str, str]]:
    """Organisations by the name that the report uses, individuals by their noun."""
    value = claim["value"]
    code, name = value["code"] or "", " ".join(value["name"].split())
    before = " ".join(text[max(0, claim["start"] - 60) : claim["start"]].split()) + " "
    if (members := _MEMBERS.search(before)) is not None:
        yield "PerpInd", members["who"]
    if code and (members := _FOLLOWING.match(" ".join(text[claim["end"] : claim["end"] + 40].split()))) is not None:
        yield "PerpInd", members["who"]
    if _STATE & set(code.split(":")[1:2]) or name.lower() in _STATE_NOUNS:
        yield "PerpOrg", " ".join(claim["quote"].split()) if claim["field"] == "by" else name
    elif code or _ORGANISED & set(name.lower().split()):
        yield "PerpOrg", _as_used(text, code) or name
    else:
        yield "PerpInd", re.sub(r"^(?:the|a|an) ", "", name, flags=re.IGNORECASE)


def _as_used(text: str, code: str) -> str | None:
    """The alias of a listed actor that the report uses."""
    known = actors().get(code)
    plain = " ".join(text.upper().split())
    aliases = (*known.short, *known.aliases, *known.clashing, known.name) if known else ()
    return next((alias for alias in aliases if re.search(rf"\b{re.escape(alias.upper())}\b", plain)), None)


def _thing(words: str) -> str:
    """A target without its number and place; empty for people, weapons and what stands nowhere."""
    short = _WHERE.sub("", _QUANTITY.sub("", " ".join(words.split())))
    places = [
        *find("infrastructure", short),
        *(hit for hit in find("not_people", short) if hit.entry.category == "vehicle"),
    ]
    return short if places and not find("weapons", short) else ""

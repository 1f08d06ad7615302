"""From the record to the incidents that the corpus coded: the only place where the two vocabularies meet.

Follows the table "From the record to this gold" of the incident corpus' own page, line for line.
"""

from collections.abc import Iterator

from everyclaim.codec import Json

TOLD = frozenset({"happened", "ongoing"})
SCOPES = frozenset({"happening", "operation", "day"})
HARMS = ("killed", "injured", "killed_or_injured", "missing", "detained", "abducted", "displaced")
PEACEFUL = frozenset(
    {
        *(
            "protest",
            "agreement_ceasefire",
            "mobilisation",
            "hostage_release",
            "aid_access_granted",
            "weapons_intercepted",
        ),
    }
)
KINDS = {**{name: name for name in ("killed", "injured", "abducted", "missing", "displaced")}, "detained": "arrested"}

TYPES = {
    **{
        name: name
        for name in (
            *("air_strike", "drone_strike", "suicide_attack", "abduction", "arrest", "displacement"),
            *("looting_destruction", "sexual_violence", "armed_attack", "other_violence"),
        )
    },
    **dict.fromkeys(("shelling", "air_or_artillery_unclear"), "shelling"),
    "ied_mine_uxo": "ied",
    "chemical": "chemical_attack",
    **dict.fromkeys(("ground_clash", "territory_taken"), "clash"),
    "execution_killing": "execution",
    **dict.fromkeys(
        ("shooting_at_civilians", "assassination", "grenade", "attack_unclear", "stabbing_ramming_arson"),
        "armed_attack",
    ),
    **dict.fromkeys(("protest_repression", "riot_mob"), "protest_violence"),
}
BASES = {"self_claim": "claimed", "denial": "denied"}
ACCUSING = frozenset({"accusation", "inference_from_weapon", "inference_from_control"})
FIGHTING = frozenset({"MIL", "REB", "PRM", "MLT", "UAF", "SPY"})
"""Sectors of an actor's code (codebook, 5.2) that take part in the fighting."""
NOT_OF_THE_STATE = frozenset({"REB", "MLT", "UAF", "CRM"})


def predict(record: Json) -> Json:
    """Turn one record into the incidents that the scorer reads."""
    kept = list(happenings(record))
    return {"incidents": [_incident(each, figures(record, each, kept), record) for each in kept]}


def happenings(record: Json) -> Iterator[Json]:
    """Those that count: told as having happened, the main one first, background and peaceful acts left out."""
    told = [each for each in record["happenings"] if each["modality"] in TOLD and each["rank"] != "background"]
    for each in sorted(told, key=lambda happening: happening["rank"] != "main"):
        if each["type"] is None or each["type"]["value"] not in PEACEFUL or _harm(record, each):
            yield each


def _harm(record: Json, happening: Json) -> bool:
    return any(
        claim["field"] in HARMS
        and happening["id"] in claim["about"]
        and claim["standing"] != "denied"
        and claim["value"]["expression"] != "none"
        for claim in record["claims"]
    )


def figures(record: Json, happening: Json, kept: list[Json]) -> list[Json]:
    """The figures of one happening; one about several goes to the first of them that counts."""
    ids = {each["id"] for each in kept}
    found = []
    for claim in record["claims"]:
        first = next((name for name in claim["about"] if name in ids), None)
        if first == happening["id"] and claim["field"] in KINDS and _in_scope(claim):
            found.append(claim)
    return found


def _in_scope(claim: Json) -> bool:
    return claim["modality"] in TOLD and claim["value"]["scope"] in SCOPES


def _incident(happening: Json, found: list[Json], record: Json) -> Json:
    about = [claim for claim in record["claims"] if happening["id"] in claim["about"]]
    parties = [claim for claim in about if claim["field"] in {"by", "against", "responsibility"}]
    when, where = happening["when"] or {}, happening["where"]
    claims = [told for claim in found if (told := _claim(claim, parties)) is not None]
    return {
        "type": incident_type(happening, about),
        "date_start": when.get("earliest"),
        "date_end": when.get("latest"),
        "place": where and {key: where[key] for key in ("name", "country", "lat", "lon")},
        "perpetrators": _perpetrators(about),
        "claims": claims,
    }


def incident_type(happening: Json, about: list[Json]) -> str:
    """The gold's type; a weapon decides between shell and missile, and between bomb and mine."""
    kind = happening["type"] and happening["type"]["value"]
    weapons = " ".join(claim["value"]["what"] for claim in about if claim["field"] == "weapon").casefold()
    if kind in {"shelling", "air_or_artillery_unclear"} and "missile" in weapons:
        return "missile"
    if kind == "ied_mine_uxo" and any(word in weapons for word in ("mine", "unexploded")):
        return "landmine"
    return TYPES.get(kind or "", "other_violence")


def _claim(claim: Json, parties: list[Json]) -> Json | None:
    limits = numbers(claim["value"])
    if limits is None:
        return None
    voices = [words for voice in claim["said_by"] for words in (voice["name"], voice["words"])]
    return {
        "kind": KINDS[claim["field"]],
        "min": limits[0],
        "max": limits[1],
        "status": status(claim["value"]),
        "attributed_to": "; ".join(dict.fromkeys(voices)) or "narrator",
        "stance": stance(claim, parties),
        "quote": claim["quote"],
    }


def numbers(value: Json) -> tuple[int | None, int | None] | None:
    """Least and most as the corpus writes them, from the words alone; None where they give no number."""
    number, high, how = value["number"], value["number_high"], value["expression"]
    if how == "up_to":
        return None if high is None else (0, high)
    if number is None:
        return None
    if how == "range":
        return number, high
    return (number, None) if how in {"at_least", "more_than"} else (number, number)


def status(value: Json) -> str:
    """The gold's status; the group goes first."""
    if value["group"] in {"child", "woman"}:
        return "child" if value["group"] == "child" else "women"
    if value["status"] in {"civilian", "protected"}:
        return "civilian"
    return "combatant" if value["status"] in {"combatant", "contested", "hors_de_combat"} else "unspecified"


def stance(claim: Json, parties: list[Json]) -> str:
    """Who speaks about whom, never the verb alone; the first that holds."""
    if claim["standing"] == "denied" or claim["mode"] == "denying":
        return "denied"
    fighting = [voice for voice in claim["said_by"] if is_belligerent(voice, parties)]
    if fighting and not any(_own_loss(voice, claim["value"]) for voice in fighting):
        return "claimed"
    doubtful = claim["mode"] == "hedged" or claim["standing"] == "feared"
    if doubtful or (claim["mode"] == "non_factive" and claim["said_by"] and not fighting):
        return "alleged"
    return "asserted"


def is_belligerent(voice: Json, parties: list[Json]) -> bool:
    """Whether a voice fights: by the sector of its code, or as a party of this happening."""
    if voice["code"] and FIGHTING & set(voice["code"].split(":")):
        return True
    named = [claim["value"] for claim in parties]
    return any(
        _is_named(voice["name"], each["name"]) or (voice["code"] and voice["code"] == each["code"]) for each in named
    )


def _is_named(voice: str, party: str) -> bool:
    """Whether a voice goes by a party's name, or by its last word: "the rebels" of the "Maoist rebels"."""
    return voice == party or f" {party}".casefold().endswith(f" {voice}".casefold())


def _own_loss(voice: Json, value: Json) -> bool:
    return bool(value["side"]) and bool(voice["code"]) and same_side(value["side"], voice["code"])


def same_side(one: str, other: str) -> bool:
    """Whether two actor codes are of one side: the same actor, or organs of one state."""
    first, second = one.split(":"), other.split(":")
    rebels = any(NOT_OF_THE_STATE & set(code[1:2]) for code in (first, second))
    return one == other or (first[0] == second[0] and not rebels)


def _perpetrators(about: list[Json]) -> list[Json]:
    named = [
        (claim["value"]["name"], basis_of(claim))
        for claim in about
        if claim["field"] in {"by", "responsibility"} and claim["modality"] in TOLD
    ]
    return [{"name": name, "basis": basis} for name, basis in dict.fromkeys(named)]


def basis_of(claim: Json) -> str:
    """How sure the record is who did it, in the words of the corpus."""
    basis = claim["value"]["basis"]
    if basis in BASES:
        return BASES[basis]
    if claim["standing"] == "denied":
        return "denied"
    return "alleged" if basis in ACCUSING or claim["said_by"] else "asserted"

"""Reports from Latin America: groups of victims, relevance, and who filled which role."""

from evals.corpus import Json, record_of
from evals.records import TOLD, numbers

KINDS = {"killed": "killed", "injured": "injured", "abducted": "kidnapped"}
ROLES = {"weapon": "Weapon", "damage": "Target", "target_hit": "Target"}


def predict(line: Json) -> Json:
    """Groups, roles and relevance of one report."""
    record = record_of(line)
    told = [claim for claim in record["claims"] if claim["modality"] in TOLD]
    return {
        "id": line["id"],
        "casualties": [group for claim in told if (group := _group(claim)) is not None],
        "relevant": any(each["modality"] in TOLD for each in record["happenings"]),
        "role_fillers": _roles(record, told),
    }


def _group(claim: Json) -> Json | None:
    limits = numbers(claim["value"]) if claim["field"] in KINDS else None
    if limits is None or limits[0] is None or claim["standing"] == "denied":
        return None
    low, high = limits
    return {
        "kind": KINDS[claim["field"]],
        "min": low,
        "max": low if high is None else high,
        "status": _status(claim["value"]),
    }


def _status(value: Json) -> str:
    if "police" in value["flags"]:
        return "police"
    return "military" if value["status"] == "combatant" else "civilian"


def _roles(record: Json, told: list[Json]) -> dict[str, list[list[str]]]:
    """Every distinct filler; perpetrators with a code are organisations, without one persons."""
    found: dict[str, dict[str, None]] = {role: {} for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    for claim in told:
        value = claim["value"]
        if claim["field"] in {"by", "responsibility"} and value["basis"] != "denial":
            found["PerpOrg" if value["code"] else "PerpInd"][value["name"]] = None
        elif claim["field"] in ROLES:
            found[ROLES[claim["field"]]][value["what"]] = None
    for victim in record["victims"]:
        found["Victim"][(victim["names"] or [victim["mentions"][0]["words"]])[0]] = None
    return {role: [[name] for name in names] for role, names in found.items()}

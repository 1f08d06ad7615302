"""The dossier of an incident: one self-contained page with the record, map, timeline, claims matrix, reasons and texts.

No script, nothing loaded, everything escaped. Every value leads to its words in the archived texts at the end of the
page, and the words lead back to the claim in the matrix.

Where it stands: `everyclaim export dossier` and `everyclaim demo` write it; the view of the incident is made by the
codec, so that a dossier can be made of what matching and assessing give, without a case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from everyclaim.codec import Json
from everyclaim.export import dossier_map
from everyclaim.export.direction import Direction, direction
from everyclaim.export.dossier_figures import figures, outputs, tiles
from everyclaim.export.dossier_map import draw
from everyclaim.export.dossier_material import Material, Said, numbered, own_claims, prefix, put_into_words
from everyclaim.export.dossier_matrix import contradictions, matrix
from everyclaim.export.dossier_timeline import WIDTH, timeline
from everyclaim.export.incident_words import title
from everyclaim.export.lit_text import LEGEND, Piece, cut, light, target_rules
from everyclaim.export.policy_names import label
from everyclaim.export.sheets import fill, style_of
from everyclaim.export.wording import LABELS, point, say, spaced
from everyclaim.lexicon import gazetteer, land
from everyclaim.lexicon.languages import name_of

_LINKED = ("https://", "http://")
_SHOWN = ("type", "when", "where")


@dataclass(frozen=True, slots=True)
class Text:
    """A report at the end of the dossier: its number, its head and its lit paragraphs.

    `first_of` is the number of the report whose text it passes on; `link` its address where a browser may open it;
    `place` its file, with its place in that, where the title does not name it already; `language` is named where it is
    not that of this page.
    """

    number: int
    report: Json
    first_of: int | None
    blocks: tuple[list[Piece], ...]
    link: str | None
    place: str | None
    direction: Direction
    language: str | None


@dataclass(frozen=True, slots=True)
class Attached:
    """Evidence that people attached, and the number of the report that it belongs to; None: the incident's own."""

    json: Json
    report: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the record: what it is about, the value, and the claims it rests on."""

    label: str
    value: str
    note: str | None
    claims: tuple[Said, ...]


def render(material: Material) -> str:
    """Render the dossier of an incident."""
    incident, said = material.incident, put_into_words(material)
    reports = numbered(material)
    columns, rows = matrix(said)
    rules = "".join(rule for number, record in reports for rule in target_rules(_lit(material, record), prefix(number)))
    drawn = draw(incident, said)
    values = {
        "incident": incident,
        "title": title(incident),
        "facts": tuple(_facts(incident, said)),
        "policies": [(label(made["policy"]), made["version"]) for made in incident["assessments"]],
        "figures": figures(incident["assessments"], said),
        "tiles": tiles(incident["assessments"], said),
        "outputs": outputs(incident["assessments"], said),
        "positions": [each for each in said if each.position],
        "beside": _beside(incident, said),
        "contradictions": contradictions(said),
        "columns": columns,
        "rows": rows,
        "map": drawn,
        "sheet": dossier_map,
        "timeline": timeline(incident, said, [(number, record["report"]) for number, record in reports]),
        "timeline_width": WIDTH,
        "texts": tuple(_texts(material)),
        "attached": tuple(_attached(incident, reports)),
        "legend": LEGEND,
        "credits": [gazetteer.CREDIT, *([land.CREDIT] if drawn and drawn.outlined else [])] if drawn else [],
    }
    style = style_of(("theme.css", "dossier.css"), rules)
    return fill("dossier.html", style, values, {"spaced": spaced})


def _facts(incident: Json, said: Sequence[Said]) -> Iterator[Fact]:
    """The record in lines: what, when and where as preferred, then who is named for it and against whom."""
    by_id = {each.id: each for each in said}
    for name in _SHOWN:
        if (preferred := incident[name]) is None:
            continue
        kind = {"type": preferred["value"], "modes": preferred["modes"]} if name == "type" else preferred
        agreeing = [each for each in said if each.field == name and each.value == say(name, kind)]
        own = [by_id[preferred["claim"]]] if preferred["claim"] in by_id else []
        note = point(preferred) if name == "where" else None
        yield Fact(LABELS[name], say(name, kind), note, (*own, *(each for each in agreeing if each not in own)))
    for name in ("by", "against"):
        for actor in incident[name]:
            claims = tuple(by_id[each] for each in actor["claims"] if each in by_id)
            yield Fact(LABELS[name], actor["name"], actor["code"], claims)


def _beside(incident: Json, said: Sequence[Said]) -> list[Said]:
    """Figures for more than this incident; no row counts them."""
    beside = {each for made in incident["assessments"] for each in made["beside"]}
    return [each for each in said if each.id in beside]


def _lit(material: Material, record: Json) -> dict[tuple[int, int], tuple[str, str | None]]:
    """The highlights of a text: the incident's own claims with their voices and evidence, nothing else."""
    claims = own_claims(material, record)
    resting = {each for claim in claims for each in claim["supported_by"]}
    evidence = [each for each in record["evidence"] if each["id"] in resting]
    return dict(light({**record, "claims": claims, "evidence": evidence, "victims": [], "troubles": []}))


def _texts(material: Material) -> Iterator[Text]:
    voice_of = {each["id"]: each["voice"] for each in material.incident["reports"]}
    first_of: dict[int, int] = {}
    for number, record in numbered(material):
        report = record["report"]
        url = report["url"]
        first = first_of.setdefault(voice_of[report["id"]], number)
        lit = _lit(material, record)
        blocks = tuple(cut(material.texts[report["id"]], lit, prefix(number)))
        link = url if url and url.startswith(_LINKED) else None
        place = report["path"] if report["title"] else report.get("member")
        language = name_of(report["language"]) if report["language"] != "en" else None
        copied, whole = first if first != number else None, direction(material.texts[report["id"]])
        yield Text(number, report, copied, blocks, link, place, whole, language)


def _attached(incident: Json, reports: Sequence[tuple[int, Json]]) -> Iterator[Attached]:
    number_of = {record["report"]["id"]: number for number, record in reports}
    for each in incident.get("attachments", ()):
        yield Attached(each, number_of.get(each["about"]))

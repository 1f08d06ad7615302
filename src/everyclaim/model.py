"""The fifteen types everything is said in, and the words they use.

`Source Report Span Mention` · the meanings `Actor Place When Figure` · `Evidence Claim Happening Victim` ·
`Incident Assessment Judgement`. All are frozen. What each value means is the codebook's matter
(`docs/method/codebook.md`); the shapes that the record shows are made by `codec.py`.

Five small shapes (`Kind Thing Allegiance Reason Speech`) carry the values of fields that are neither an actor, a
place, a time nor a figure; two more (`HarmRow Grounds`) live in an `Assessment` (docs/design/0002-values-of-claims.md).
Offsets are half-open, in Unicode code points of the report's reading text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

Field = Literal[
    "type", "when", "where", "by", "against", "controlled_by", "responsibility",
    "killed", "injured", "killed_or_injured", "missing", "detained", "abducted", "displaced",
    "weapon", "target_stated", "target_hit", "damage", "affiliation", "motive", "link", "statement",
]  # fmt: skip
Harm = Literal["killed", "injured", "killed_or_injured", "missing", "detained", "abducted", "displaced"]
Rank = Literal["main", "also_reported", "background"]
Modality = Literal[
    "happened", "ongoing", "planned", "threatened", "requested", "hypothetical", "averted", "historical", "analogy",
    "generic",
]  # fmt: skip
Standing = Literal["asserted", "denied", "feared"]
Mode = Literal["own_report", "factive", "neutral", "non_factive", "hedged", "denying", "withdrawing", "silent"]
Expression = Literal[
    "exact", "at_least", "more_than", "up_to", "range", "about", "nearly", "plural", "few", "several",
    "many", "dozens", "tens", "scores", "hundreds", "thousands", "family", "fraction", "none", "inferred",
]  # fmt: skip
Status = Literal["civilian", "combatant", "contested", "unknown", "hors_de_combat", "protected"]
Group = Literal["child", "woman", "man", "adult_unspecified"]
Scope = Literal["happening", "operation", "day", "campaign", "war"]
Seen = Literal["seen", "mentioned", "claimed"]
EventType = Literal[
    "air_strike", "drone_strike", "shelling", "air_or_artillery_unclear", "ied_mine_uxo", "grenade",
    "suicide_attack", "chemical", "ground_clash", "territory_taken", "shooting_at_civilians",
    "execution_killing", "armed_attack", "stabbing_ramming_arson", "attack_unclear", "other_violence",
    "assassination", "torture_beating", "sexual_violence", "abduction", "hostage_release", "arrest",
    "protest", "protest_repression", "riot_mob", "displacement", "looting_destruction", "siege_blockade",
    "aid_restriction", "aid_access_granted", "agreement_ceasefire", "weapons_intercepted", "mobilisation",
]  # fmt: skip
PlacePrecision = Literal[
    "exact", "landmark", "street", "neighbourhood", "settlement", "near_settlement", "district", "province",
    "line_or_landscape", "country", "sea_or_air",
]  # fmt: skip
TimePrecision = Literal["hour", "part_of_day", "day", "days", "week", "month", "season", "year", "before", "after"]
Act = Literal[
    "statement", "threat", "vow", "promise", "request", "accusation", "condemnation", "denial", "mourning", "pledge",
    "measure", "announcement", "justification", "appeal",
]  # fmt: skip
Basis = Literal["self_claim", "denial", "accusation", "inference_from_weapon", "inference_from_control", "unspecified"]
Certainty = Literal["stated", "suspected", "unknown"]
LinkKind = Literal["retaliation_for", "revenge_for", "follow_up_to", "part_of", "same_attack_as", "aggregate_of"]
SourceKind = Literal[
    "witness", "medical", "local_body", "outlet", "investigator", "official", "belligerent", "imagery", "summary",
    "anonymous_social",
]  # fmt: skip

Verification = Literal["alleged", "corroborated", "verified", "rejected"]
Acknowledged = Literal["yes", "denied"]

M_co = TypeVar("M_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks or publishes: outlet, agency, organisation, party to the conflict, a person in a role."""

    name: str
    code: str | None = None
    kind: SourceKind | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one report's reading text. Made only by `Report.span`, so that the quote is always the text."""

    report: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """One archived document: the exact reading text, where it came from, and why its language is the one named.

    `id` is made by `codec.report_id`; `original` is the SHA-256 of the bytes, found at `path`, `member` and `url`.
    """

    id: str
    original: str
    text: str
    language: str = "en"
    path: str | None = None
    member: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: Source | None = None
    published: date | None = None
    language_reason: str | None = None

    def span(self, start: int, end: int) -> Span:
        """Cut the quote from `start` to `end`.

        Raises:
            ValueError: the offsets do not lie in the text, or the span is empty.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(
                f"No span {start}-{end} in a text of {len(self.text)} characters; give 0 <= start < end <= length."
            )
        return Span(self.id, start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Mention(Generic[M_co]):
    """A span, what it means (None: not known), and the step that said so."""

    span: Span
    meaning: M_co
    step: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does or suffers: a state force, armed group, body or person. `code` as in the codebook, 5.2.

    In claims of roles, `basis` says on what ground the actor is named and `certainty` how surely.
    """

    name: str
    code: str | None = None
    basis: Basis = "unspecified"
    certainty: Certainty = "stated"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named, with the gazetteer's point for it.

    `precision` is what the words give, `point_precision` what `lat` and `lon` (WGS 84 degrees) stand for. `country` is
    ISO 3166-1 alpha-2. `rivals` are the gazetteer ids not chosen, likeliest first.
    """

    name: str
    gazetteer_name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer: str | None = None
    precision: PlacePrecision = "settlement"
    point_precision: PlacePrecision | None = None
    radius_km: float | None = None
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, `earliest` to `latest` inclusive; either end may be None (before, after).

    `time` is the clock time as told, local to the place ("07:15"); `part_of_day` the word ("dawn").
    """

    earliest: date | None
    latest: date | None
    precision: TimePrecision
    part_of_day: str | None = None
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people suffered one kind of harm, as the words say it.

    `number`, `number_high` and `expression` are the words; `low`, `high`, `open_high` the `everyclaim` reading of them
    (codebook, 3.2). `subset_of` is the id of the claim that this is a part of.
    """

    harm: Harm
    number: int | None
    number_high: int | None
    expression: Expression
    low: int | None
    high: int | None
    open_high: bool
    of: str
    status: Status = "unknown"
    claimed_label: str | None = None
    group: Group | None = None
    flags: tuple[str, ...] = ()
    subset_of: str | None = None
    scope: Scope = "happening"
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """The value of a `type` claim: the type of happening and its tactics."""

    type: EventType
    modes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """The value of a `weapon`, `target_stated`, `target_hit` or `damage` claim."""

    what: str
    infrastructure: str | None = None


@dataclass(frozen=True, slots=True)
class Allegiance:
    """The value of an `affiliation` claim: `actor` belongs to `to`, from and until the days given."""

    actor: Actor
    to: Actor
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """The value of a `motive` or `link` claim. `to` is a happening's id or None; `words` or `basis` say the rest."""

    kind: LinkKind
    to: str | None
    words: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Speech:
    """The value of a `statement` claim. `duration` is ISO 8601 ("P7D"), `language` ISO 639-1."""

    act: Act
    verbatim: bool = False
    channel: str | None = None
    language: str | None = None
    duration: str | None = None


Value = Kind | When | Place | Actor | Figure | Thing | Allegiance | Reason | Speech


@dataclass(frozen=True, slots=True)
class Evidence:
    """An item that a report shows (`seen`), speaks of (`mentioned`), or itself doubts (`claimed`)."""

    id: str
    kind: str
    seen: Seen
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One voice saying one thing, one `field`, about one or more happenings.

    `said_by` is empty for the report's own voice; several entries speak jointly. `via` is the chain from them to the
    report, nearest to the origin first. `value.span` is the claim's quote.
    """

    id: str
    report: str
    about: tuple[str, ...]
    field: Field
    value: Mention[Value]
    said_by: tuple[Mention[Source], ...] = ()
    via: tuple[Mention[Source], ...] = ()
    said_at: date | None = None
    cue: Span | None = None
    hedges: tuple[Span, ...] = ()
    mode: Mode = "own_report"
    modality: Modality = "happened"
    standing: Standing = "asserted"
    supported_by: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    confidence: float = 0.5
    why: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """What one report treats as one event. `type`, `when` and `where` name the claims the reader prefers."""

    id: str
    report: str
    rank: Rank
    modality: Modality
    parent: str | None = None
    type: str | None = None
    when: str | None = None
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Victim:
    """A person named or described in a report. `publish` stays None until a person decides (codebook, 10.3)."""

    id: str
    report: str
    mentions: tuple[Span, ...]
    names: tuple[str, ...] = ()
    age: str | None = None
    sex: Literal["female", "male"] | None = None
    role: str | None = None
    befell: Harm | None = None
    claims: tuple[str, ...] = ()
    publish: bool | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """The happenings of many reports judged to be one. `happenings` are pairs (report id, happening id).

    `type`, `when` and `where` name the claims preferred; `previous_codes` are ids merged into this one for good.
    """

    id: str
    happenings: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    type: str | None = None
    when: str | None = None
    where: str | None = None
    parent: str | None = None
    previous_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why a value of an assessment is what it is: which value (`bound`), by which rule, resting on which claims.

    `bound` is `low`, `best` or `high` in a row of harm, elsewhere the output's name (`grade`); `text` is for people.
    """

    bound: str
    rule: str
    claims: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class HarmRow:
    """How many people suffered one kind of harm, by one policy (`status` "all": everybody); what was ever said."""

    kind: Harm
    status: Status | Literal["all"]
    group: Group | None
    side: str | None
    low: int | None
    best: int | None
    high: int | None
    open_high: bool
    said_low: int | None
    said_high: int | None
    verified: int | None = None
    reasons: tuple[Grounds, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """One policy's reading of an incident: rows of harm, statuses and grade, each with its grounds.

    `positions` are claims that are never bounds (codebook, 3.4); `beside` are figures for more than this incident.
    """

    incident: str
    policy: str
    version: str
    strike_status: str | None = None
    grade: str | None = None
    verification: Verification | None = None
    acknowledged_strike: Acknowledged | None = None
    acknowledged_harm: Acknowledged | None = None
    harm: tuple[HarmRow, ...] = ()
    positions: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    reasons: tuple[Grounds, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Who decided what about which ids, when and why. Withdrawn only by a later one."""

    id: str
    verdict: Literal["same", "not_same", "unsure", "accept", "correct", "reject", "withdraw", "source", "code"]
    about: tuple[str, ...]
    by: str
    decided_at: datetime
    why: str
    payload: tuple[tuple[str, str], ...] = field(default=())

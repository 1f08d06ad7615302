"""Hypothesis strategies for every type of the model, and for texts as hostile as real ones."""

from datetime import UTC
from typing import Any, get_args

from hypothesis import strategies as st

from everyclaim import model
from everyclaim.model import (
    Actor,
    Allegiance,
    Assessment,
    Claim,
    Evidence,
    Figure,
    Grounds,
    Happening,
    HarmRow,
    Incident,
    Judgement,
    Kind,
    Mention,
    Place,
    Reason,
    Report,
    Source,
    Span,
    Speech,
    Thing,
    Victim,
    When,
)

ODD = (
    "🕊️",
    "👩‍🚒",
    "الموصل",
    "שלום",
    "e\u0301",
    "n\u0303",
    "\u00a0",
    "\u202f",
    "\r\n",
    "“",
    "’",
    "—",
    "\u200b",
    "\ufeff",
    "\t",
)
"""What real texts contain: emoji with joiners, right-to-left script, combining marks, odd spaces, CRLF, curly marks."""

words = st.text(min_size=1, max_size=12)
names = st.one_of(words, st.sampled_from(("Aldova", "Río Alto", "درنة", "Zürich")))
odd = st.sampled_from(ODD)
texts = st.lists(st.one_of(st.text(max_size=20), odd, st.sampled_from((" said ", "40-50", "the the ", "of of ")))).map(
    "".join
)
days = st.dates()
ids = st.from_regex(r"[a-z][0-9a-f]{1,12}", fullmatch=True)
counts = st.integers(min_value=0, max_value=10**6)
parts = st.lists(words, max_size=3).map(tuple)


def one_of(alias: Any) -> st.SearchStrategy[Any]:
    """Any word of a Literal."""
    return st.sampled_from(get_args(alias))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


sources = st.builds(Source, names, maybe(words), maybe(one_of(model.SourceKind)), maybe(words))
reports = st.builds(
    Report,
    ids,
    ids,
    texts.filter(bool),
    path=maybe(words),
    title=maybe(words),
    publisher=maybe(sources),
    published=maybe(days),
)
actors = st.builds(Actor, names, maybe(words), one_of(model.Basis), one_of(model.Certainty))
places = st.builds(
    Place,
    names,
    maybe(names),
    maybe(st.sampled_from(("LY", "XK"))),
    maybe(words),
    maybe(st.floats(-90, 90)),
    maybe(st.floats(-180, 180)),
    maybe(words),
    one_of(model.PlacePrecision),
    maybe(one_of(model.PlacePrecision)),
    maybe(st.floats(0, 500)),
    parts,
)
whens = st.builds(When, maybe(days), maybe(days), one_of(model.TimePrecision), maybe(words), maybe(words))
figures = st.builds(
    Figure,
    one_of(model.Harm),
    maybe(counts),
    maybe(counts),
    one_of(model.Expression),
    maybe(counts),
    maybe(counts),
    st.booleans(),
    words,
    one_of(model.Status),
    maybe(words),
    maybe(one_of(model.Group)),
    parts,
    maybe(ids),
    one_of(model.Scope),
    maybe(words),
)
kinds = st.builds(Kind, one_of(model.EventType), parts)
things = st.builds(Thing, words, maybe(words))
allegiances = st.builds(Allegiance, actors, actors, maybe(days), maybe(days))
reasons = st.builds(Reason, one_of(model.LinkKind), maybe(ids), maybe(words), maybe(words))
speeches = st.builds(Speech, one_of(model.Act), st.booleans(), maybe(words), maybe(words), maybe(words))
values = st.one_of(kinds, whens, places, actors, figures, things, allegiances, reasons, speeches)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    report = draw(reports)
    start = draw(st.integers(0, len(report.text) - 1))
    return report.span(start, draw(st.integers(start + 1, len(report.text))))


def mentions(meanings: st.SearchStrategy[Any]) -> st.SearchStrategy[Mention[Any]]:
    return st.builds(Mention, spans(), meanings, words)


voices = st.lists(mentions(sources), max_size=2).map(tuple)
evidence = st.builds(Evidence, ids, words, one_of(model.Seen), spans())
claims = st.builds(
    Claim,
    ids,
    ids,
    parts,
    one_of(model.Field),
    mentions(values),
    voices,
    voices,
    maybe(days),
    maybe(spans()),
    st.lists(spans(), max_size=2).map(tuple),
    one_of(model.Mode),
    one_of(model.Modality),
    one_of(model.Standing),
    parts,
    parts,
    st.floats(0, 1),
    words,
)
happenings = st.builds(
    Happening, ids, ids, one_of(model.Rank), one_of(model.Modality), maybe(ids), maybe(ids), maybe(ids), maybe(ids)
)
victims = st.builds(
    Victim,
    ids,
    ids,
    st.lists(spans(), min_size=1, max_size=2).map(tuple),
    parts,
    maybe(words),
    maybe(st.sampled_from(("female", "male"))),
    maybe(words),
    maybe(one_of(model.Harm)),
    parts,
    maybe(st.booleans()),
)
incidents = st.builds(
    Incident,
    words,
    st.lists(st.tuples(ids, ids), max_size=3).map(tuple),
    parts,
    maybe(ids),
    maybe(ids),
    maybe(ids),
    maybe(words),
    parts,
)
grounds = st.builds(Grounds, words, words, parts, words)
harm_rows = st.builds(
    HarmRow,
    one_of(model.Harm),
    st.just("all") | one_of(model.Status),
    maybe(one_of(model.Group)),
    maybe(words),
    maybe(counts),
    maybe(counts),
    maybe(counts),
    st.booleans(),
    maybe(counts),
    maybe(counts),
    maybe(counts),
    st.lists(grounds, max_size=2).map(tuple),
)
assessments = st.builds(
    Assessment,
    words,
    words,
    words,
    maybe(words),
    maybe(words),
    maybe(one_of(model.Verification)),
    maybe(one_of(model.Acknowledged)),
    maybe(one_of(model.Acknowledged)),
    st.lists(harm_rows, max_size=2).map(tuple),
    parts,
    parts,
    st.lists(grounds, max_size=2).map(tuple),
)
judgements = st.builds(
    Judgement,
    ids,
    st.sampled_from(("same", "not_same", "unsure", "accept", "correct", "reject", "withdraw", "source")),
    parts,
    words,
    st.datetimes(timezones=st.just(UTC)),
    words,
    st.lists(st.tuples(words, words), max_size=2).map(tuple),
)

TYPES: dict[Any, st.SearchStrategy[Any]] = {
    Source: sources,
    Report: reports,
    Span: spans(),
    Mention[str]: mentions(words),
    Mention[Source]: mentions(sources),
    Mention[model.Value]: mentions(values),
    Actor: actors,
    Place: places,
    When: whens,
    Figure: figures,
    Evidence: evidence,
    Claim: claims,
    Happening: happenings,
    Victim: victims,
    Incident: incidents,
    Assessment: assessments,
    Judgement: judgements,
    Kind: kinds,
    Thing: things,
    Allegiance: allegiances,
    Reason: reasons,
    Speech: speeches,
    Grounds: grounds,
    HarmRow: harm_rows,
}
"""What the codec must carry, each with its strategy: the fifteen types and the seven shapes."""

"""Who belongs to whom: two actor codes of one state or group are one side and one chain of command (codebook, 5.2)."""

OF_A_STATE = frozenset({"MIL", "COP", "SPY", "GOV", "LEG", "JUD", "PRM"})
FIGHTING = frozenset({"MIL", "SPY", "PRM", "REB", "MLT", "UAF", "CRM"})
"""Sectors that take part in fighting; of the others only those of a state that is a party to it."""

_ORGANS = frozenset(
    """
    air force forces army navy naval police ministry guard guards service services command corps intelligence office
    presidency president defence defense interior foreign border coast special operations committee staff unit units
    """.split()
)
"""Words in a code's last part that name an organ, not a rival government."""


def side_of(code: str) -> str:
    """The side that a code stands for: the state, with a rival government's name, or the group."""
    state, sector, slug = _parts(code)
    if sector in OF_A_STATE:
        return state if slug is None or _is_organ(slug) else f"{state}:{slug}"
    return code


def same_side(one: str, other: str) -> bool:
    """Whether two codes are of one side. A state named without its government is on the side of either."""
    first, second = _parts(one), _parts(other)
    if one == other:
        return True
    if first[1] in OF_A_STATE and second[1] in OF_A_STATE:
        rivals = {slug for slug in (first[2], second[2]) if slug is not None and not _is_organ(slug)}
        return first[0] == second[0] and len(rivals) < 2
    if first[1] == second[1] and first[2] is not None and second[2] is not None:
        return first[2].startswith(second[2]) or second[2].startswith(first[2])
    return False


def is_of_a_state(code: str) -> bool:
    """Whether a code is an organ of a state or of a government."""
    return _parts(code)[1] in OF_A_STATE


def is_fighting(code: str) -> bool:
    """Whether a code's sector takes part in fighting by itself."""
    return _parts(code)[1] in FIGHTING


def _parts(code: str) -> tuple[str, str, str | None]:
    state, _, rest = code.partition(":")
    sector, _, slug = rest.partition(":")
    return state, sector, slug or None


def _is_organ(slug: str) -> bool:
    return any(word in _ORGANS for word in slug.split("-"))

"""Ids of incidents: allotted once, never reused; a merge leaves the other ids behind as redirects.

`EC-LBY-20150216-001`: country (alpha-3, XXX unknown), first day (00000000 unknown, 00 for an unknown day or month), and
a number. The id is a name, not a fact: it stays when day or country are corrected.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from everyclaim.match.told import Key
from everyclaim.model import Incident, When

_ID = re.compile(r"(.*)-(\d{3,})")
_NEWS = frozenset({"hour", "part_of_day", "day", "days", "week"})


class Group(NamedTuple):
    """A group of happenings that will be an incident. `prefix` is all of an id but its number."""

    happenings: frozenset[Key]
    claims: frozenset[str]
    prefix: str


class Allotted(NamedTuple):
    """A group's id, and the ids of incidents that are merged into it."""

    id: str
    previous_codes: tuple[str, ...] = ()


def allot(groups: Sequence[Group], already: Sequence[Incident]) -> tuple[Allotted, ...]:
    """Give each group its id: the one that most of it had, one that was merged away and comes back, or a new one.

    Args:
        groups: in any order.
        already: every incident that was ever allotted, those merged into others too.

    Returns:
        ids in the order of the groups.
    """
    retired = {code for each in already for code in each.previous_codes}
    live = [each for each in already if each.id not in retired]
    ids = _claim(groups, live, {})
    ids = _claim(groups, [each for each in already if each.id in retired], ids)
    known = {code for each in already for code in (each.id, *each.previous_codes)}
    for at in sorted(
        set(range(len(groups))) - ids.keys(), key=lambda at: (-len(groups[at].happenings), min(groups[at].happenings))
    ):
        ids[at] = _next(groups[at].prefix, known)
        known.add(ids[at])
    given = set(ids.values())
    return tuple(Allotted(ids[at], _previous(group, ids[at], already, given)) for at, group in enumerate(groups))


def _claim(groups: Sequence[Group], incidents: Sequence[Incident], ids: Mapping[int, str]) -> dict[int, str]:
    """Give ids back to the groups that hold most of what they named; an id goes to one group, a group has one id."""
    given = dict(ids)
    wishes = [
        (-_shared(group, each), each.id, min(group.happenings), at)
        for at, group in enumerate(groups)
        for each in incidents
        if _shared(group, each)
    ]
    for _, code, _, at in sorted(wishes):
        if at not in given and code not in given.values():
            given[at] = code
    return given


def _shared(group: Group, incident: Incident) -> int:
    """What a group and an incident have in common: happenings, and claims, whose ids outlast a re-reading."""
    return len(group.happenings & set(incident.happenings)) + len(group.claims & set(incident.claims))


def _previous(group: Group, own: str, already: Sequence[Incident], given: set[str]) -> tuple[str, ...]:
    before = next((each for each in already if each.id == own), None)
    codes = set(before.previous_codes if before is not None else ())
    for each in already:
        if each.id not in given and _most_of(group, each):
            codes |= {each.id, *each.previous_codes}
    return tuple(sorted(codes - given))


def _most_of(group: Group, incident: Incident) -> bool:
    """Whether a group took an incident over: its happenings, or where reading renamed them its claims, are here."""
    held = len(group.happenings & set(incident.happenings))
    return 2 * held >= len(incident.happenings) > 0 or 2 * len(group.claims & set(incident.claims)) > len(
        incident.claims
    )


def _next(prefix: str, known: set[str]) -> str:
    numbers = [int(found[2]) for code in known if (found := _ID.fullmatch(code)) and found[1] == prefix]
    return f"{prefix}-{max(numbers, default=0) + 1:03}"


def prefix_of(country: str | None, when: When | None) -> str:
    """All of an id but its number, from the alpha-2 code of the country and the days."""
    return f"EC-{ALPHA_3.get(country or '', 'XXX')}-{_day(when)}"


def _day(when: When | None) -> str:
    if when is None or when.earliest is None or when.latest is None:
        return "00000000"
    if when.precision in _NEWS:
        return f"{when.earliest:%Y%m%d}"
    return f"{when.earliest:%Y%m}00" if when.precision == "month" else f"{when.earliest:%Y}0000"


_CODES = """
AD AND AE ARE AF AFG AG ATG AI AIA AL ALB AM ARM AO AGO AQ ATA AR ARG AS ASM AT AUT AU AUS AW ABW AX ALA AZ AZE BA BIH
BB BRB BD BGD BE BEL BF BFA BG BGR BH BHR BI BDI BJ BEN BL BLM BM BMU BN BRN BO BOL BQ BES BR BRA BS BHS BT BTN BV BVT
BW BWA BY BLR BZ BLZ CA CAN CC CCK CD COD CF CAF CG COG CH CHE CI CIV CK COK CL CHL CM CMR CN CHN CO COL CR CRI CU CUB
CV CPV CW CUW CX CXR CY CYP CZ CZE DE DEU DJ DJI DK DNK DM DMA DO DOM DZ DZA EC ECU EE EST EG EGY EH ESH ER ERI ES ESP
ET ETH FI FIN FJ FJI FK FLK FM FSM FO FRO FR FRA GA GAB GB GBR GD GRD GE GEO GF GUF GG GGY GH GHA GI GIB GL GRL GM GMB
GN GIN GP GLP GQ GNQ GR GRC GS SGS GT GTM GU GUM GW GNB GY GUY HK HKG HM HMD HN HND HR HRV HT HTI HU HUN ID IDN IE IRL
IL ISR IM IMN IN IND IO IOT IQ IRQ IR IRN IS ISL IT ITA JE JEY JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KI KIR KM COM
KN KNA KP PRK KR KOR KW KWT KY CYM KZ KAZ LA LAO LB LBN LC LCA LI LIE LK LKA LR LBR LS LSO LT LTU LU LUX LV LVA LY LBY
MA MAR MC MCO MD MDA ME MNE MF MAF MG MDG MH MHL MK MKD ML MLI MM MMR MN MNG MO MAC MP MNP MQ MTQ MR MRT MS MSR MT MLT
MU MUS MV MDV MW MWI MX MEX MY MYS MZ MOZ NA NAM NC NCL NE NER NF NFK NG NGA NI NIC NL NLD NO NOR NP NPL NR NRU NU NIU
NZ NZL OM OMN PA PAN PE PER PF PYF PG PNG PH PHL PK PAK PL POL PM SPM PN PCN PR PRI PS PSE PT PRT PW PLW PY PRY QA QAT
RE REU RO ROU RS SRB RU RUS RW RWA SA SAU SB SLB SC SYC SD SDN SE SWE SG SGP SH SHN SI SVN SJ SJM SK SVK SL SLE SM SMR
SN SEN SO SOM SR SUR SS SSD ST STP SV SLV SX SXM SY SYR SZ SWZ TC TCA TD TCD TF ATF TG TGO TH THA TJ TJK TK TKL TL TLS
TM TKM TN TUN TO TON TR TUR TT TTO TV TUV TW TWN TZ TZA UA UKR UG UGA UM UMI US USA UY URY UZ UZB VA VAT VC VCT VE VEN
VG VGB VI VIR VN VNM VU VUT WF WLF WS WSM XK XKX YE YEM YT MYT ZA ZAF ZM ZMB ZW ZWE
""".split()
ALPHA_3: Mapping[str, str] = dict(zip(_CODES[::2], _CODES[1::2], strict=True))
"""ISO 3166-1: alpha-2 to alpha-3; Kosovo by the codebook's XK and XKX."""

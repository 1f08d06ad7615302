"""The strikes on Derna of 16 February 2015 (codebook, 14), built by hand: what each voice said, in our own words.

Public facts restated; private victims' names are left out. C4 is planned, C2 and C6 count two towns.
"""

from datetime import date

from tests.telling import Line, figure, line, told, voice

from everyclaim.match import Told
from everyclaim.model import Actor, Happening, Kind, Place, Speech, Thing, When

DAY = date(2015, 2, 16)
DERNA = Place("Derna", "Darnah", "LY", "Darnah", 32.767, 22.637, "geonames:87205", "settlement", "settlement")
SIRTE = Place("Sirte", "Sirte", "LY", "Surt", 31.209, 16.589, "geonames:2210554", "settlement", "settlement")
SHIHA = Place("Sheiha al-Gharbiya", None, "LY", "Darnah", 32.767, 22.637, None, "neighbourhood", "settlement")
STRIKE = Kind("air_strike")
DAWN = When(DAY, DAY, "part_of_day", part_of_day="dawn")
ON_THE_DAY = When(DAY, DAY, "day")

EGYPT = voice("Egyptian armed forces", "EGY:MIL")
COMMANDER = voice("Libyan air force commander", "LBY:MIL")
AMNESTY = voice("Amnesty International", kind="investigator")
WATCH = voice("Human Rights Watch", kind="investigator")
STATE_TELEVISION = voice("state television", kind="outlet")
BY_EGYPT = Actor("Egypt", "EGY:MIL")
BY_LIBYA = Actor("Libyan air force", "LBY:MIL:house-of-representatives")
AGAINST = Actor("Islamic State in Libya", "LBY:REB:islamic-state-derna")


def self_claim(actor: Actor) -> Actor:
    return Actor(actor.name, actor.code, "self_claim")


def event(where: Place = DERNA, when: When = ON_THE_DAY) -> list[Line]:
    return [
        line("The air strikes", STRIKE),
        line(f"on {where.name}", where),
        line("on Monday 16 February", when),
    ]


def two_towns() -> tuple[Happening, ...]:
    return (Happening("h1", "", "main", "happened"), Happening("h2", "", "also_reported", "happened"))


def statement() -> Told:
    """C1: the Egyptian statement, read out on state television; it gives no figure."""
    said = {"said_by": [EGYPT], "via": [STATE_TELEVISION]}
    return told(
        "morning-paper-2015-02-16",
        DAY,
        [
            line("struck from the air", STRIKE, **said),
            line("in Derna", DERNA, **said),
            line("at dawn on 16 February", DAWN, **said),
            line("our aircraft did this", self_claim(BY_EGYPT), field="responsibility", **said),
            line(
                "camps, training sites and arms stores",
                Thing("camps, training sites and arms stores"),
                field="target_stated",
                **said,
            ),
            line("the targets were hit precisely", Thing("targets hit precisely"), **said),
            line("of Islamic State in Libya", AGAINST, field="against", **said),
            line("all aircraft came home", Speech("announcement"), **said),
        ],
    )


def military_source() -> Told:
    """C2: more than 50, for Derna and Sirte together."""
    said = {"said_by": [voice("unnamed Egyptian military source", "EGY:MIL")]}
    return told(
        "cairo-paper-2015-02-16",
        DAY,
        [
            line("Raids on Derna", STRIKE),
            line("at Derna", DERNA),
            line("on Monday", ON_THE_DAY),
            line("Raids on Sirte", STRIKE, about=["h2"]),
            line("at Sirte", SIRTE, about=["h2"]),
            line("that Monday too", ON_THE_DAY, about=["h2"]),
            line(
                "more than 50 members of the group were killed in the two towns",
                figure("killed", 50, None, "more_than", of="members", status="contested", scope="operation"),
                about=["h1", "h2"],
                **said,
            ),
            line(
                "about 30 were held by Libyan forces",
                figure("detained", 30, None, "about", scope="operation"),
                about=["h1", "h2"],
                **said,
            ),
        ],
        happenings=two_towns(),
    )


def air_force() -> Told:
    """C3 and C4: the Libyan air force says that it took part, and that more is to come."""
    said = {"said_by": [COMMANDER], "via": [voice("Al Arabiya", kind="outlet")]}
    return told(
        "agency-2015-02-16",
        DAY,
        [
            *event(),
            line("we bombed it too, together with Egypt", self_claim(BY_LIBYA), field="responsibility", **said),
            line("there will be more today and tomorrow", STRIKE, modality="planned", about=["h2"], **said),
        ],
        happenings=(Happening("h1", "", "main", "happened"), Happening("h2", "", "also_reported", "planned")),
    )


def militants(path: str, words: str, number: int, high: int | None, expression: str) -> Told:
    """C5: one commander's count as four outlets pass it on."""
    dead = figure("killed", number, high, expression, of="militants", status="contested", claimed_label="militants")
    return told(
        path, DAY, [*event(), line(words, dead, said_by=[COMMANDER], via=[voice("Egyptian television", kind="outlet")])]
    )


def versions() -> list[Told]:
    return [
        militants("weekly-2015-02-16", "40 to 50 militants were killed", 40, 50, "range"),
        militants("wire-2015-02-16", "at least 50 militants were killed", 50, None, "at_least"),
        militants("monitor-2015-02-16", "between 30 and 50 militants died", 30, 50, "range"),
        militants("tribune-2015-02-16", "about 50 militants died", 50, 50, "about"),
    ]


def spokesman() -> Told:
    """C6: 64 fighters in two towns, dozens hurt, and no civilian killed: a position."""
    said = {"said_by": [voice("Libyan army spokesman", "LBY:MIL")]}
    return told(
        "italian-television-2015-02-17",
        date(2015, 2, 17),
        [
            line("Raids on Derna", STRIKE),
            line("at Derna", DERNA),
            line("on 16 February", ON_THE_DAY),
            line("Raids on Sirte", STRIKE, about=["h2"]),
            line("at Sirte", SIRTE, about=["h2"]),
            line("the same day", ON_THE_DAY, about=["h2"]),
            line(
                "64 fighters were killed in Derna and Sirte",
                figure("killed", 64, of="fighters", status="combatant", scope="operation"),
                about=["h1", "h2"],
                **said,
            ),
            line(
                "dozens were hurt there",
                figure("injured", None, None, "dozens", scope="operation"),
                about=["h1", "h2"],
                **said,
            ),
            line(
                "no civilian was killed",
                figure("killed", 0, 0, "none", of="civilian", status="civilian"),
                standing="denied",
                mode="denying",
                **said,
            ),
        ],
        happenings=two_towns(),
    )


def local_sources() -> Told:
    """C7: at least seven civilians, three of them children."""
    said = {"said_by": [voice("local sources", kind="witness")]}
    whole = line("at least seven civilians were killed", civilians("killed", 7, None, "at_least"), **said)
    return _with_parts("channel-2015-02-16", DAY, [*event(), whole], [("killed", 3, "child")], said)


def civilians(harm: str, number: int | None, high: int | None = -1, expression: str = "exact", **changes: object):  # type: ignore[no-untyped-def]  # noqa: ANN201
    return figure(harm, number, high, expression, of="civilians", status="civilian", **changes)


def _with_parts(path, published, lines, parts, said, **rest) -> Told:  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN003
    """Add parts of the last figure in the lines, by harm, number and group."""
    first = told(path, published, lines, **rest)
    whole = {each.value.meaning.harm: each.id for each in first.claims if hasattr(each.value.meaning, "harm")}
    more = [
        line(
            f"{number} {group or 'more'} {harm} among them",
            civilians(harm, number, group=group, subset_of=whole[harm]),
            **said,
        )
        for harm, number, group in parts
    ]
    return told(path, published, [*lines, *more], **rest)


def amnesty() -> Told:
    """C8 and C9: seven civilians by Amnesty's own interviews, with what the hospital's director told it."""
    director = {"said_by": [voice("Derna hospital director", kind="medical")]}
    lines = [
        *event(SHIHA, When(DAY, DAY, "hour", time="07:15")),
        line("the Egyptian air force", BY_EGYPT),
        line("dense housing by the university was hit", Thing("a four-storey house", "Residential")),
        line("two missiles", Thing("missiles"), field="weapon"),
        line("seventeen injured were treated", civilians("injured", 17), **director),
        line("seven civilians were killed", civilians("killed", 7)),
    ]
    parts = [("killed", 3, "child"), ("killed", 1, "woman"), ("killed", 3, None), ("injured", 2, None)]
    return _with_parts("amnesty-2015-02-23", date(2015, 2, 23), lines, parts, {}, publisher=AMNESTY)


def president() -> Told:
    """C12: the Egyptian president says that civilians were avoided: a position."""
    said = {"said_by": [voice("Egyptian president", "EGY:GOV")]}
    return told(
        "gazette-2015-02-22",
        date(2015, 2, 22),
        [
            *event(),
            line("thirteen targets, chosen with care", Thing("13 targets"), field="target_stated", **said),
            line(
                "no civilians were killed", civilians("killed", 0, 0, "none"), standing="denied", mode="denying", **said
            ),
        ],
    )


def watch() -> Told:
    """C10 and C11: Human Rights Watch's own interviews, and the chief of staff who confirms that it was joint."""
    lines = [
        *event(SHIHA),
        line("Egyptian aircraft", BY_EGYPT),
        line("and Libyan aircraft struck together", BY_LIBYA),
        line("homes were hit", Thing("homes", "Residential")),
        line(
            "we acted together",
            self_claim(BY_LIBYA),
            field="responsibility",
            said_by=[voice("Libyan chief of staff", "LBY:MIL")],
        ),
        line("dozens of civilians were injured", civilians("injured", None, None, "dozens")),
        line("at least seven civilians died", civilians("killed", 7, None, "at_least")),
    ]
    parts = [("killed", 3, "child"), ("killed", 1, "woman")]
    return _with_parts("watch-2015-02-24", date(2015, 2, 24), lines, parts, {}, publisher=WATCH)


def comments() -> Told:
    """C13, C14 and C15: eight strikes, mostly military targets, and a condemnation."""
    return told(
        "evening-paper-2015-02-17",
        date(2015, 2, 17),
        [
            *event(),
            line(
                "eight strikes on Derna so far",
                Speech("statement"),
                said_by=[voice("Libyan government spokesman", "LBY:GOV")],
            ),
            line(
                "mostly military places were hit",
                Thing("military places"),
                said_by=[voice("residents of Derna", kind="witness")],
            ),
            line(
                "terrorism, he called it",
                Speech("condemnation"),
                said_by=[voice("head of the Tripoli government", "LBY:GOV:general-national-congress")],
            ),
        ],
    )


def everything() -> list[Told]:
    """All reports of the strikes."""
    return [
        statement(), military_source(), air_force(), *versions(), spokesman(), local_sources(), amnesty(), president(),
        watch(), comments(),
    ]  # fmt: skip


def executions() -> Told:
    """The killing of 21 shown on 15 February: the stated motive, another incident."""
    day = date(2015, 2, 15)
    return told(
        "wire-2015-02-15",
        day,
        [
            line("The executions", Kind("execution_killing")),
            line("near Sirte", SIRTE),
            line("before Sunday 15 February", When(None, day, "before")),
            line("21 men were killed", figure("killed", 21, of="men")),
            line("Islamic State", Actor("Islamic State", "LBY:REB:islamic-state-tripoli")),
        ],
    )


def qubbah() -> Told:
    """Bombings in Qubbah on 20 February: 42 killed."""
    day = date(2015, 2, 20)
    place = Place("Qubbah", "Al Qubbah", "LY", "Darnah", 32.762, 22.241, "geonames:81110", "settlement", "settlement")
    return told(
        "wire-2015-02-20",
        day,
        [
            line("The bombings", Kind("suicide_attack")),
            line("in Qubbah", place),
            line("on 20 February", When(day, day, "day")),
            line("42 people were killed", figure("killed", 42)),
        ],
    )


def later_strikes() -> Told:
    """Derna again, on 30 October 2017: 17 wounded there too."""
    day = date(2017, 10, 30)
    return told(
        "wire-2017-10-31",
        date(2017, 10, 31),
        [
            line("The air strikes", STRIKE),
            line("on Derna", DERNA),
            line("on 30 October", When(day, day, "day")),
            line("16 civilians were killed", civilians("killed", 16)),
            line("17 were wounded", civilians("injured", 17)),
        ],
    )


def seizures() -> Told:
    """The seizing of 35 Egyptians, told afterwards."""
    return told(
        "wire-2015-02-18",
        date(2015, 2, 18),
        [
            line("The abductions", Kind("abduction")),
            line(
                "in Libya",
                Place("Libya", "Libya", "LY", precision="country", point_precision="country", lat=28.0, lon=17.0),
            ),
            line("since Monday", When(DAY, date(2015, 2, 18), "days")),
            line("35 Egyptians were seized", figure("abducted", 35, of="Egyptians")),
        ],
    )


def confusable() -> list[Told]:
    """Other incidents that share town, day, number or party."""
    return [executions(), qubbah(), later_strikes(), seizures()]

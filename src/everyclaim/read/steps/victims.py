"""People named or described as harmed, one by one, with what the report says of them.

Only single persons: groups are figures. A person keeps every mention; `publish` stays unset.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from everyclaim.codec import identify
from everyclaim.model import Claim, Figure, Mention, Victim
from everyclaim.read.draft import Draft
from everyclaim.read.meanings import Harmed, Person
from everyclaim.read.step import step

EXAMPLES = """
Gunmen shot dead a teacher, [Omar Haddad](role=teacher, age=41, befell=killed), 41, near his home in Raqqa.
Gunmen killed three teachers.
"""
_AGE = re.compile(r"\W{0,3}(?:aged? |who was )?(\d{1,3})(?=\W|$)(?! (?:people|others|more|years? (?:ago|later)))")


@step(needs=("casualty_counts", "persons", "figure_claims"))
def victims(draft: Draft) -> Iterator[Victim]:
    """People named or described as harmed, one by one."""
    by_name: dict[str, Victim] = {}
    for harmed in draft.found(Harmed):
        if harmed.meaning.name is None:
            continue
        name = harmed.meaning.name
        victim = by_name.get(name) or _new(draft, name, harmed)
        claims = tuple(each.id for each in draft.by_step("figure_claims") if _covers(each, harmed))
        by_name[name] = replace(victim, claims=tuple(dict.fromkeys((*victim.claims, *claims))))
    yield from by_name.values()


def _new(draft: Draft, name: str, harmed: Mention[Harmed]) -> Victim:
    people = [each for each in draft.found(Person) if each.meaning.name == name]
    spans = tuple(each.span for each in people) or (harmed.span,)
    age = next((found[1] for span in spans if (found := _AGE.match(draft.text[span.end : span.end + 20]))), None)
    role = next((each.meaning.role for each in people if each.meaning.role), None)
    return Victim(
        "v" + identify(report=draft.report.id, name=name, start=spans[0].start)[:12],
        draft.report.id,
        spans,
        (name,),
        age,
        None,
        role,
        harmed.meaning.figure.harm,
    )


def _covers(made: Claim, harmed: Mention[Harmed]) -> bool:
    return isinstance(made.value.meaning, Figure) and made.value.span == harmed.span

"""Names of actors that are also common words or persons' names: `common_aliases.txt` tells the two apart."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.ground.test_actors import grounded

from everyclaim.lexicon.actors import actors, heads
from everyclaim.lexicon.letter_case import is_common


class Row(NamedTuple):
    """A name, its actor's code, a sentence in which it is not that actor and one in which it is."""

    alias: str
    code: str
    otherwise: str
    meant: str


def rows() -> Iterator[Row]:
    for line in Path(__file__).with_name("common_aliases.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield Row(*(part.strip() for part in line.split("|")))


def names(text: str, row: Row) -> list[str]:
    """The words of a text that are taken for the row's actor."""
    actor = actors()[row.code]
    codes = {row.code, *(actor.local(branch) for branch in actor.branches)}
    return [quote for quote, (_, code) in grounded(text).items() if code in codes]


def common_aliases() -> set[tuple[str, str]]:
    """Names of one word that are a common word, or a person's name."""
    persons = set(heads()["also persons"])
    return {
        (alias, actor.code)
        for actor in actors().values()
        for alias in (*actor.aliases, *actor.short, *actor.clashing)
        if alias.isascii() and alias.isalpha() and (alias in persons or is_common(alias.lower()))
    }


def test_each_alias_that_is_also_a_common_word_has_its_sentences() -> None:
    assert common_aliases() - {(row.alias, row.code) for row in rows()} == set()


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row.alias}, {row.code}")
def test_a_common_word_is_no_actor_where_it_is_the_word(row: Row) -> None:
    assert [quote for quote in names(row.otherwise, row) if row.alias.lower() in quote.lower()] == []


@pytest.mark.parametrize("row", list(rows()), ids=lambda row: f"{row.alias}, {row.code}")
def test_a_common_word_is_the_actor_where_it_names_it(row: Row) -> None:
    assert [quote for quote in names(row.meant, row) if row.alias.lower() in quote.lower()] != []

"""Verbs and nouns take their regular and irregular forms."""

import pytest

from everyclaim.lexicon.inflect import forms, plurals, spellings


@pytest.mark.parametrize(
    ("verb", "spelled"),
    [
        ("stab", "stab stabs stabbing stabbed"),
        ("shoot", "shoot shoots shooting shot"),
        ("carry", "carry carries carrying carried"),
        ("flee", "flee flees fleeing fled"),
        ("die", "die dies dying died"),
        ("seize", "seize seizes seizing seized"),
        ("shell", "shell shells shelling shelled"),
        ("kidnap", "kidnap kidnaps kidnapping kidnapped"),
        ("repel", "repel repels repelling repelled"),
        ("cancel", "cancel cancels cancelling cancelled canceling canceled"),
        ("target", "target targets targeting targeted"),
        ("bomb", "bomb bombs bombing bombed"),
        ("open", "open opens opening opened"),
        ("launch", "launch launches launching launched"),
        ("toss", "toss tosses tossing tossed"),
        ("lob", "lob lobs lobbing lobbed"),
        ("blow", "blow blows blowing blew blown"),
        ("gas", "gas gases gassing gassed"),
    ],
)
def test_a_verb_has_its_forms(verb: str, spelled: str) -> None:
    assert set(forms(verb)) == set(spelled.split())


def test_one_spelling_can_be_two_forms() -> None:
    assert forms("shoot")["shot"] == {"past", "participle"}
    assert forms("overrun")["overrun"] == {"base", "participle"}


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("gunman", "gunmen"),
        ("schoolchild", "schoolchildren"),
        ("casualty", "casualties"),
        ("corpse", "corpses"),
        ("human", "humans"),
        ("clash", "clashes"),
        ("convoy", "convoys"),
        ("aircraft", "aircraft"),
        ("F-16", "F-16s"),
    ],
)
def test_a_noun_has_its_plural(noun: str, plural: str) -> None:
    assert plural in plurals(noun)


def test_words_are_spelled_in_both_ways() -> None:
    assert spellings("hospitalise") == ("hospitalise", "hospitalize")
    assert spellings("labourer") == ("labourer", "laborer")
    assert spellings("promise") == ("promise",)

"""Rules for the most, and for whether it is open. Each a plain function with a docstring that reviewers read."""

from collections.abc import Sequence

from everyclaim.assess.current import Current, names_in
from everyclaim.assess.rules_low import Bound


def highest_said(said: Sequence[Current]) -> Bound:
    """The highest number that a credible voice gives now, or that a word means; a belligerent's count of its enemy too.

    A vague word can raise it: 16 and "dozens" give 16 to 24.
    """
    told = [each for each in said if each.credible] or list(said)
    most = max(each.high for each in told)
    highest = tuple(each for each in told if each.high == most)
    return Bound(most, highest, f"{most} is the highest figure put forward ({names_in(highest)}).")


def open_words(said: Sequence[Current]) -> Bound | None:
    """The most is open where a voice that counts now says "at least" or the like, or counts only who reached it."""
    open_ = tuple(each for each in said if each.open_high and each.credible)
    if not open_:
        return None
    most = max(each.high for each in open_)
    return Bound(most, open_, f"There may be more, by the words of {names_in(open_)}.")

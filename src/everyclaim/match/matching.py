"""The whole of matching as one readable function."""

from collections.abc import Sequence

from everyclaim.match.options import Options
from everyclaim.match.told import Matching, Told
from everyclaim.model import Incident, Judgement


def match(
    reports: Sequence[Told],
    judgements: Sequence[Judgement] = (),
    allotted: Sequence[Incident] = (),
    options: Options = Options(),  # noqa: B008 frozen
) -> Matching:
    """Bring the happenings of many reports together that tell of one event.

    Args:
        reports: every report of the case, in any order, each once or more often.
        judgements: of verdict `same` and `not_same` about "REPORT HAPPENING" pairs; they always win.
        allotted: the incidents as they stood, for their ids.
        options: threshold and doubt.

    Returns:
        The incidents, children after their parents, ordered by id, with joins and refusals.
    """
    raise NotImplementedError(reports, judgements, allotted, options)

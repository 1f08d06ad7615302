"""How far the core is corroborated (codebook, 6.3). `verified` needs a person and is never proposed."""

from everyclaim.assess.prepare import Prepared, is_credible
from everyclaim.assess.support import Support, origins_named, tellers
from everyclaim.model import Grounds, Verification

_NAME = "verification"


def verification(prepared: Prepared, support: Support) -> tuple[Verification | None, Grounds | None]:
    """The level with its grounds.

    Rejected: harm is alleged by nobody credible and refuted by a credible voice that is no party. Corroborated: two or
    more independent credible origins tell of harm, or where no harm is told of the event. Else alleged.
    """
    if support.refuting and not support.origins:
        claims = tuple(sorted(each.claim.id for each in support.refuting))
        return "rejected", Grounds(_NAME, "evidence_against", claims, "Refuted, and no credible voice says otherwise.")
    claims, origins, names = _tellings(prepared, support)
    if not claims:
        return None, None
    if len(origins) > 1:
        text = f"{len(origins)} independent credible origins: {names}. A person may find it verified."
        return "corroborated", Grounds(_NAME, "two_independent_origins", claims, text)
    return "alleged", Grounds(_NAME, "one_origin", claims, f"One origin: {names or 'none credible'}.")


def _tellings(prepared: Prepared, support: Support) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """The claims of the core, their credible origins and those by name: of harm, or else of the event itself."""
    if support.alleging:
        return tuple(sorted(each.claim.id for each in support.alleging)), support.origins, support.names
    told = tellers(prepared)
    credible = [each for each in told if is_credible(each.voice)]
    origins = tuple(sorted({each.origin for each in credible}))
    return tuple(sorted(each.claim.id for each in told)), origins, origins_named(credible)

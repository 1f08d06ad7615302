"""The whole error tree.

    EveryclaimError                 a failure of the world, told in one sentence
    ├── UnreadableInput             a file or link whose content cannot become a report
    │   ├── EmptyInput              nothing in it
    │   ├── NotText                 binary content, or an encoding that is none of those tried
    │   ├── TooLarge                more than the limit on one report
    │   ├── TooCostly               more memory or time than opening one file may take
    │   ├── EncryptedInput          cannot be opened without a password or key
    │   ├── BrokenInput             damaged, cut short, or of a form that its kind of file does not have
    │   └── UnsupportedFormat       a kind of file that intake does not open
    ├── UnreachableLink             a link that does not answer, answers with an error, or redirects for ever
    │   ├── RefusedAddress          a link that points to a private or local address
    │   ├── RefusedByRobots         a link that its site asks programs not to fetch
    │   ├── RefusedLink             a link whose server says that there is nothing, or nothing for us
    │   └── RestingHost             a site that is not asked now: it asked for patience, or did not answer just before
    ├── MissingPart                 an installed part (pipeline, gazetteer) is absent or is not the one pinned
    ├── BrokenStore                 a case or pack on disk that does not hold what it must
    └── FailedVerification          an original, a text or a span is not what its record says

The caller's own mistakes are `ValueError`. Doubtful content is never an error: it is data (`None`, a wider range,
a stated reason).
"""


class EveryclaimError(Exception):
    """A failure of the world. `str(error)` is one sentence for people, with the remedy where there is one."""


class UnreadableInput(EveryclaimError):
    """A file or link whose content cannot become a report."""


class EmptyInput(UnreadableInput):
    """Nothing to read in it."""


class NotText(UnreadableInput):
    """Binary content, or bytes in none of the encodings tried."""


class TooLarge(UnreadableInput):
    """More than the limit on one report."""


class TooCostly(UnreadableInput):
    """More memory or time than opening one file may take."""


class EncryptedInput(UnreadableInput):
    """Cannot be opened without a password or key."""


class BrokenInput(UnreadableInput):
    """Damaged, cut short, or of a form that its kind of file does not have."""


class UnsupportedFormat(UnreadableInput):
    """A kind of file that intake does not open."""


class UnreachableLink(EveryclaimError):
    """A link that does not answer, answers with an error, or redirects for ever."""


class RefusedAddress(UnreachableLink):
    """A link that points to a private or local address."""


class RefusedByRobots(UnreachableLink):
    """A link that its site asks programs not to fetch."""


class RefusedLink(UnreachableLink):
    """A link whose server says that there is nothing, or nothing for us."""


class RestingHost(UnreachableLink):
    """A site that is not asked now: it asked for patience, or did not answer just before."""


class MissingPart(EveryclaimError):
    """An installed part (language pipeline, gazetteer) is absent or is not the one pinned."""


class BrokenStore(EveryclaimError):
    """A case or pack on disk that does not hold what it must."""


class FailedVerification(EveryclaimError):
    """An original, a text or a span is not what its record says."""

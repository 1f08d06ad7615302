"""Keeps every fetch of a link in the archive, as it went over the wire, and gives the last one back.

    captures/ab/LINK/20150216T081502123456Z.warc.gz   requests and answers, redirects too
    captures/ab/LINK/20150216T081502123456Z.json      what is in it; written last: a crash leaves no half capture

LINK is the SHA-256 of the link as it was given. What is captured again is asked for with the server's own marks
(ETag, Last-Modified); where it says that nothing changed, the text is taken from the capture before.

A feed is asked for day and night: of it only what changed is kept (`capture_changes`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import httpx

from everyclaim import codec
from everyclaim.errors import BrokenStore
from everyclaim.intake.archive import write_whole
from everyclaim.intake.asking import decoded
from everyclaim.intake.links import PAGES, Fetched, Validators, fetch
from everyclaim.intake.options import Options
from everyclaim.intake.warc import Before, read_body, write_warc


@dataclass(frozen=True, slots=True)
class Capture:
    """One fetch of a link.

    Args:
        link: as it was given.
        url: where the document was found.
        redirects: the addresses that led there, in their order.
        captured_at: when the document was asked for.
        warc: the file of it, below the archive.
        warc_sha256: the hash of that file.
        body_in: the file that holds the document; an earlier one, where the server said that nothing changed.
        body_sha256: the hash of the document as it came over the wire, maybe compressed.
        headers: those of the answer that say how to read the document, and how to ask for it again.
        suffix: its kind of file.
    """

    link: str
    url: str
    redirects: tuple[str, ...]
    captured_at: datetime
    warc: str
    warc_sha256: str
    body_in: str
    body_sha256: str
    headers: tuple[tuple[str, str], ...]
    suffix: str


_WARC = ".warc.gz"
_FORM = ("content-type", "content-encoding")
_MARKS = ("etag", "last-modified")
_ASK_AGAIN = (("etag", "If-None-Match"), ("last-modified", "If-Modified-Since"))


def capture(link: str, options: Options, kinds: Mapping[str, str] = PAGES) -> Fetched:
    """Fetch a link, and keep what was fetched if there is an archive.

    Raises:
        EveryclaimError: as `links.fetch`.
        BrokenStore: the archive cannot be written.
    """
    if options.archive is None:
        return fetch(link, options, kinds)
    before = _find_whole(options.archive, link)
    fetched = fetch(link, options, kinds, None if before is None else _validators(before[0]))
    if before is None or not fetched.unchanged:
        _keep(link, fetched, options.archive, None)
        return fetched
    made = _keep(link, fetched, options.archive, before[0])
    answer = _answer_of(made)
    content = decoded(answer, before[1], options.largest)
    return replace(fetched, content=content, suffix=made.suffix, encoding=answer.charset_encoding)


def capture_changes(link: str, archive: Path, options: Options, kinds: Mapping[str, str]) -> Capture:
    """Fetch a link that is asked for again and again, and keep it only where it changed; return its last capture.

    Raises:
        EveryclaimError: as `links.fetch`.
        BrokenStore: the archive cannot be written.
    """
    before = _find_whole(archive, link)
    fetched = fetch(link, options, kinds, None if before is None else _validators(before[0]))
    if before is not None and (fetched.unchanged or fetched.exchanges[-1].body == before[1]):
        return before[0]
    return _keep(link, fetched, archive, None)


def recall(archive: Path, place: str, largest: int) -> tuple[Capture, bytes]:
    """Give a capture back by the place of its file, with its document as it was found then.

    Raises:
        BrokenStore: it is not there, or was changed.
    """
    made = capture_at(archive, place)
    body = _kept_body(archive, made)
    if body is None:
        raise BrokenStore(f"The capture {place} is not in the archive as it was; restore it from a backup.")
    return made, decoded(_answer_of(made), body, largest)


def capture_at(archive: Path, place: str) -> Capture:
    """What is known of the capture whose file is at a place of the archive.

    Raises:
        BrokenStore: there is none.
    """
    try:
        return _described((archive / place.removesuffix(_WARC)).with_suffix(".json"))
    except (OSError, ValueError) as error:
        raise BrokenStore(f"There is no capture {place} in the archive; restore it from a backup.") from error


def find_capture(archive: Path, link: str) -> Capture | None:
    """The last capture of a link; None if there is none."""
    kept = sorted(_folder(archive, link).glob("*.json"))
    return _described(kept[-1]) if kept else None


def _described(file: Path) -> Capture:
    return codec.decode(json.loads(file.read_bytes()), Capture)


def _find_whole(archive: Path, link: str) -> tuple[Capture, bytes] | None:
    """The last capture of a link with its document as it came; None where there is none, or it is not as it was."""
    found = find_capture(archive, link)
    body = None if found is None else _kept_body(archive, found)
    return None if found is None or body is None else (found, body)


def _folder(archive: Path, link: str) -> Path:
    digest = codec.sha256(link.encode("utf-8", "surrogatepass"))
    return archive / "captures" / digest[:2] / digest


def _kept_body(archive: Path, before: Capture) -> bytes | None:
    """The document of a capture; None where its file is gone or was changed: then it is fetched anew."""
    try:
        body = read_body((archive / before.body_in).read_bytes())
    except (OSError, EOFError, ValueError, KeyError):
        return None
    return body if codec.sha256(body) == before.body_sha256 else None


def _validators(before: Capture) -> Validators:
    said = dict(before.headers)
    return {before.url: {header: said[name] for name, header in _ASK_AGAIN if name in said}}


def _keep(link: str, fetched: Fetched, archive: Path, before: Capture | None) -> Capture:
    last = fetched.exchanges[-1]
    like = None if before is None else Before(before.url, before.captured_at, before.body_sha256)
    content = write_warc(fetched.exchanges, f"everyclaim {version('everyclaim')}", like)
    stamp = f"{last.asked_at:%Y%m%dT%H%M%S%fZ}"
    place = _folder(archive, link) / f"{stamp}{_WARC}"
    name = place.relative_to(archive).as_posix()
    # What says that nothing changed may bring new marks, but tells nothing of the document's form.
    told = _MARKS if before else (*_MARKS, *_FORM)
    said = dict(before.headers) if before else {}
    said |= {header: last.answer.headers[header] for header in told if header in last.answer.headers}
    made = Capture(
        link=link,
        url=fetched.url,
        redirects=tuple(str(each.url) for each in fetched.exchanges[:-1]),
        captured_at=last.asked_at,
        warc=name,
        warc_sha256=codec.sha256(content),
        body_in=before.body_in if before else name,
        body_sha256=before.body_sha256 if before else codec.sha256(last.body),
        headers=tuple(said.items()),
        suffix=before.suffix if before else fetched.suffix,
    )
    write_whole(content, place, archive)
    write_whole(codec.canonical(codec.encode(made)), place.with_name(f"{stamp}.json"), archive)
    return made


def _answer_of(made: Capture) -> httpx.Response:
    """The head of the answer that a capture holds, as far as it says how to read the document."""
    said = dict(made.headers)
    return httpx.Response(httpx.codes.OK, headers={name: said[name] for name in _FORM if name in said})

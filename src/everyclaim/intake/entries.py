"""What a feed or a folder holds at this moment: its entries, each a document that can be taken in.

Where it stands: `case_watching.py` asks it again and again, and takes what it has not seen. A feed is opened like every
other file that strangers wrote, in the confined process.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from everyclaim.errors import EveryclaimError, UnreadableInput, UnsupportedFormat
from everyclaim.formats.kinds import HEAD, kind_of
from everyclaim.formats.opener import Opened, Request, open_file
from everyclaim.formats.pieces import Asked, Contents, Failed, Listed
from everyclaim.intake.captures import Capture, capture_changes, recall
from everyclaim.intake.links import FEEDS
from everyclaim.intake.locate import Location, locate
from everyclaim.intake.options import Options

_KINDS = dict.fromkeys(
    (*FEEDS, "application/xml", "text/xml", "text/html", "text/plain", "application/octet-stream", ""), ".rss"
)
"""Kinds of answer that may be a feed: servers name it as they like. Whether it is one is seen when it is read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a feed or folder holds.

    Args:
        key: tells it from the others there, and stays the same when it changes.
        mark: is another one when it changed.
        page: the document that it is, or that it links to.
        own: what the feed itself gives of it.
    """

    key: str
    mark: str
    page: Location | None = None
    own: Location | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or folder holds.

    Args:
        entries: the oldest of a feed first, those of a folder in the order of their names.
        capture: the one that a feed's entries are from.
        fault: what is wrong with a feed that could be read in part.
    """

    entries: tuple[Entry, ...]
    capture: Capture | None = None
    fault: str | None = None


def is_link(source: str) -> bool:
    """Whether a source is the address of a feed, not the path of a folder."""
    return source.lower().startswith(("http://", "https://"))


def list_entries(source: str, archive: Path, options: Options) -> Listing:
    """List what a feed or folder holds now; a feed is captured if it changed.

    Raises:
        UnreachableLink: the feed does not answer, or may not be fetched.
        UnreadableInput: it is no feed, or no folder.
        BrokenStore: the archive cannot be written.
    """
    try:
        return _list_feed(source, archive, options) if is_link(source) else Listing(tuple(_list_folder(source)))
    except EveryclaimError as error:
        raise type(error)(f"{source}: {error}") from error


def mark_of(path: str) -> str:
    """What tells whether a file changed: its size and when it was written."""
    try:
        found = Path(path).stat()
    except OSError:
        return "gone"
    return f"{found.st_size} bytes at {found.st_mtime_ns}"


def _list_folder(source: str) -> Iterator[Entry]:
    if not Path(source).is_dir():
        raise UnreadableInput("It is no folder, or is not there any more.")
    for location in locate(source):
        yield Entry(location.name, mark_of(location.at), location)


def _list_feed(source: str, archive: Path, options: Options) -> Listing:
    made = capture_changes(source, archive, options, _KINDS)
    found = list(_open_feed(made, archive, options))
    own = {each.member for each in found if isinstance(each, Contents)}
    listed = [each for each in found if isinstance(each, Listed)]
    faults = [each.sentence for each in found if isinstance(each, Failed)]
    if faults and not listed:
        raise UnreadableInput(f"{faults[0]} Give the address of a feed, not of a page.")
    seen, dated = Counter(each.key for each in listed), _have_days_of_their_own(listed)
    entries: dict[str, Entry] = {}
    for each in reversed(listed):
        key = each.key if seen[each.key] == 1 else f"{each.key} {each.url}"
        mark = f"{each.words_sha256} {each.updated}" if dated else each.words_sha256
        entries[key] = Entry(key, mark, _page(each), _own(each, made) if each.member in own else None)
    return Listing(tuple(entries.values()), made, faults[0] if faults else None)


def _open_feed(made: Capture, archive: Path, options: Options) -> Iterator[Opened]:
    _, content = recall(archive, made.warc, options.largest)
    name = f"feed{made.suffix}"
    if kind_of(content[:HEAD], name) != "feed":
        raise UnsupportedFormat("It is no feed (RSS or Atom); `everyclaim add` takes other links.")
    with TemporaryFile() as file:
        file.write(content)
        file.flush()
        opened = cast("BinaryIO", file)
        yield from open_file(Request(opened, name, "feed", Asked(options.largest), None, made.url))


def _have_days_of_their_own(listed: list[Listed]) -> bool:
    """Whether a feed tells when each entry was changed. Some write the moment at which the feed itself was made."""
    return len(listed) == 1 or len({each.updated for each in listed}) > 1


def _page(listed: Listed) -> Location | None:
    if listed.url is None or not is_link(listed.url):
        return None
    return Location("link", listed.url, listed.url, title=listed.title, published=listed.published)


def _own(listed: Listed, made: Capture) -> Location:
    return Location("capture", made.warc, made.link, member=listed.member)

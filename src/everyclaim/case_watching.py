"""Follows the feeds and folders that a case watches: what is new there is added as `add` does it.

    watch(case, "https://news.example/feed.xml")
    for result in look(case, [each.source for each in watched(case)], options): ...

Where it stands: above `case_adding.py`. It stores, and never alerts. An entry is noted as seen after its reports are on
the disk, so that a look which is killed does at most one document again, and finds that one there already.
"""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from everyclaim import codec
from everyclaim.case_adding import Added, add_located, is_own
from everyclaim.casebook import Case, Casebook, Seen, Watched, open_casebook, open_view
from everyclaim.flow import Trouble, fence, reader
from everyclaim.intake import Entry, Listing, Location, Options, PassedOver, is_link, list_entries, mark_of

TRIES = 3
"""Looks at which a link is tried that does not answer: a site may be down for a while, and few come back after that."""

SETTLING = 5.0
"""Seconds without a change after which a file counts as written: programs that write slowly still write more often."""

_PARTS = {".part", ".partial", ".crdownload", ".download"}
"""Endings that programs give to files while they fetch them."""

_RESTING = "RestingHost"
_PASSING = {"UnreachableLink", _RESTING}
"""Troubles with a link that may be gone the next time."""

Result = Added | PassedOver | Trouble


@dataclass(frozen=True, slots=True)
class _Source:
    """A feed or folder that is looked at, with the case that it goes into."""

    name: str
    casebook: Casebook
    options: Options


def watch(case: Case, source: str) -> str:
    """Watch a feed or a folder from now on, or go on; return how it is kept: its address, or its whole path.

    Raises:
        ValueError: it is neither a link nor a folder.
    """
    kept = _kept(source)
    if not is_link(kept) and not Path(kept).is_dir():
        raise ValueError(f"{source} is no folder, and no link to a feed; `everyclaim add` takes single files.")
    with open_casebook(case) as casebook, casebook.work() as work:
        work.watch(kept)
    return kept


def unwatch(case: Case, source: str) -> None:
    """Watch a feed or folder no more; what came from it stays in the case.

    Raises:
        ValueError: it is not watched.
    """
    with open_casebook(case) as casebook, casebook.work() as work:
        if not work.unwatch(_kept(source)):
            raise ValueError(f"{source} is not watched; `everyclaim watch --list` shows what is.")


def watched(case: Case) -> tuple[Watched, ...]:
    """The feeds and folders that the case watches."""
    with open_view(case.folder) as view:
        return view.watched()


def look(case: Case, sources: Iterable[str], options: Options) -> Iterator[Result]:
    """Look once at watched feeds and folders, and add what is new; each report is kept when it is yielded.

    Raises:
        MissingPart: the English pipeline or the gazetteer is absent or not the one pinned; nothing can be read.
    """
    reader()
    taking = replace(options, archive=case.folder.store)
    with open_casebook(case) as casebook:
        for name in sources:
            yield from _look_at(_Source(name, casebook, taking), case)


def _kept(source: str) -> str:
    return source if is_link(source) else str(Path(source).resolve())


def _look_at(source: _Source, case: Case) -> Iterator[Result]:
    listed = fence("watch", source.name, list_entries, source.name, case.folder.store, source.options)
    if isinstance(listed, Trouble):
        with source.casebook.work() as work:
            work.note_look(source.name, listed.sentence)
        yield listed
        return
    yield from _note_listing(source, listed)
    with open_view(case.folder) as view:
        seen = view.seen_in(source.name)
    fresh = [each for each in _with_waiting(listed.entries, seen) if _is_fresh(each, seen.get(each.key))]
    if is_link(source.name):
        for entry in fresh:
            yield from _add_linked(source, entry, _tries(entry, seen.get(entry.key)))
    else:
        yield from _add_files(source, [each for each in fresh if not is_own(_page(each), case.folder)])


def _note_listing(source: _Source, listed: Listing) -> Iterator[Trouble]:
    """Note that a source was looked at; what is wrong in a feed is told once for each of its captures."""
    with source.casebook.work() as work:
        work.note_look(source.name, listed.fault)
        is_new = listed.capture is not None and work.note_feed(source.name, codec.encode(listed.capture))
    if listed.fault is not None and is_new:
        yield Trouble("watch", source.name, f"{source.name}: {listed.fault}", kind="BrokenInput")


def _with_waiting(entries: Sequence[Entry], seen: Mapping[str, Seen]) -> Iterator[Entry]:
    """Walk the entries, those first that are tried again though the feed names them no more."""
    named = {each.key for each in entries}
    for each in seen.values():
        if each.waiting is not None and each.entry not in named:
            yield codec.decode(each.waiting, Entry)
    yield from entries


def _is_fresh(entry: Entry, seen: Seen | None) -> bool:
    return seen is None or seen.mark != entry.mark or seen.waiting is not None


def _tries(entry: Entry, seen: Seen | None) -> int:
    """How often this very form of an entry was tried in vain."""
    return seen.tries if seen is not None and seen.mark == entry.mark else 0


def _add_files(source: _Source, entries: Sequence[Entry]) -> Iterator[Result]:
    """Add files; those written just now are looked at again in the end, and left to the next look if they change."""
    recent = {each.key: each for each in entries if _is_recent(_page(each))}
    for each in entries:
        if each.key not in recent:
            yield from _add_file(source, each)
    if recent:
        source.options.hosts.sleep(SETTLING)
    for each in recent.values():
        if each.mark == mark_of(_page(each).at) and Path(each.key).suffix.lower() not in _PARTS:
            yield from _add_file(source, each)
        else:
            yield PassedOver(each.key, "still being written")


def _is_recent(file: Location) -> bool:
    """Whether a file may still be being written."""
    path = Path(file.at)
    if path.suffix.lower() in _PARTS:
        return True
    try:
        return 0 <= time.time() - path.stat().st_mtime < SETTLING
    except OSError:
        return False


def _add_file(source: _Source, entry: Entry) -> Iterator[Result]:
    yield from add_located(source.casebook, _page(entry), source.options)
    _note(source, Seen(entry.key, entry.mark))


def _add_linked(source: _Source, entry: Entry, tries: int) -> Iterator[Result]:
    """Add the page that an entry links to; where it cannot be had for good, what the feed itself gives of it."""
    results = [] if entry.page is None else list(add_located(source.casebook, entry.page, source.options))
    troubles = [each for each in results if isinstance(each, Trouble)]
    if any(isinstance(each, Added) for each in results):
        yield from _keep(source, entry, results, ())
        return
    tries += not any(each.kind == _RESTING for each in troubles)
    if tries < TRIES and any(each.kind in _PASSING for each in troubles):
        _note(source, Seen(entry.key, entry.mark, tries, codec.encode(entry)))
        yield from map(_put_off, results)
        return
    own = [] if entry.own is None else list(add_located(source.casebook, entry.own, source.options))
    nothing = PassedOver(f"{source.name} {entry.key}", "entry without text")
    yield from _keep(source, entry, results, own if own or results else (nothing,))


def _put_off(result: Result) -> Result:
    if isinstance(result, Trouble) and result.kind == _RESTING:
        return PassedOver(result.about, "left to the next look")
    if isinstance(result, Trouble):
        return replace(result, sentence=f"{result.sentence} It is tried again at the next look.")
    return result


def _keep(source: _Source, entry: Entry, results: Sequence[Result], own: Sequence[Result]) -> Iterator[Result]:
    """Note that an entry is done, and log which feed named its reports and why a page is not there."""
    why = next((each.sentence for each in results if isinstance(each, Trouble)), None)
    listing = {"feed": source.name, "entry": entry.key, "link": entry.page and entry.page.at, "trouble": why}
    added = [each for each in (*results, *own) if isinstance(each, Added)]
    with source.casebook.work() as work:
        for each in added:
            work.note_listing(each.report, listing)
        work.note_seen(source.name, Seen(entry.key, entry.mark))
    instead = " What the feed itself gives of it is kept instead." if added and own else ""
    for result in results:
        yield replace(result, sentence=result.sentence + instead) if isinstance(result, Trouble) else result
    yield from own


def _note(source: _Source, seen: Seen) -> None:
    with source.casebook.work() as work:
        work.note_seen(source.name, seen)


def _page(entry: Entry) -> Location:
    """The file that an entry of a folder is."""
    if entry.page is None:
        raise ValueError(f"{entry.key} of a folder is no file.")
    return entry.page

"""Writes `feed.rss` and `feed.atom` with feedgen (PyPI), which make.sh runs in an environment of its own."""

from datetime import UTC, datetime

from feedgen.feed import FeedGenerator  # type: ignore[import-not-found]

ENTRIES = (
    (
        "Ferry landing raided",
        (
            "<p>A raid on the ferry landing at Sandholm wounded twelve passengers, the coastguard said.</p>"
            "<p>The rebels denied that they had taken part &amp; blamed the army.</p>"
        ),
    ),
    (
        "قصف على السوق",
        (
            "<p>قالت بلدية أولدفيلد إن القصف على السوق قتل ستة مدنيين يوم الأحد وأصاب أحد عشر شخصا بجروح، "
            "وقال السكان إن القذائف سقطت قرب المدرسة. ونفى الجيش أن يكون قد أطلق النار على البلدة.</p>"
        ),
    ),
)


def make() -> None:
    """Write both feeds."""
    feed = FeedGenerator()
    feed.id("https://harbour.example/feed")
    feed.title("Harbour News")
    feed.description("News of the harbour")
    feed.link(href="https://harbour.example/", rel="alternate")
    feed.language("en-GB")
    feed.lastBuildDate(datetime(2021, 5, 9, tzinfo=UTC))
    feed.updated(datetime(2021, 5, 9, tzinfo=UTC))
    for number, (title, content) in enumerate(ENTRIES, 1):
        entry = feed.add_entry(order="append")
        entry.id(f"https://harbour.example/{number}")
        entry.title(title)
        entry.link(href=f"https://harbour.example/{number}")
        entry.summary("In short.")
        entry.content(content, type="CDATA")
        entry.published(datetime(2021, 5, 7 + number, 6, tzinfo=UTC))
        entry.updated(datetime(2021, 5, 9, tzinfo=UTC))
    feed.rss_file("feed.rss", pretty=True)
    feed.atom_file("feed.atom", pretty=True)


if __name__ == "__main__":
    make()

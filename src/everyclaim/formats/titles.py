"""The title that a document carries in its properties, if it is one: programs write file names there, and worse."""

import re

_NO_TITLE = re.compile(
    r"(?i)untitled.*|document ?\d*|microsoft word - .*|powerpoint .*|"
    r".*\.(?:docx?|pdf|odt|rtf|indd|qxd|wpd|txt|html?|xlsx?)|"
    r"[\W\d_]*"
)


def likely_title(words: str | None) -> str | None:
    """The words of a title; None where they are a file's name or a program's default."""
    words = " ".join((words or "").split())
    return None if len(words) < 4 or _NO_TITLE.fullmatch(words) else words

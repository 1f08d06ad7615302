"""Invented reports for the tests of cases: two of one shelling, one of another day, one in Arabic, one that is none."""

from pathlib import Path

REPORTS = {
    "post.md": (
        "---\npublisher: Durazno Post\npublished: 2019-05-14\ntitle: Market shelled\n---\n"
        "Shells struck the market of Durazno in Uruguay on Monday, killing nine civilians, the mayor said. "
        "The army denied that it had fired on the town.\n"
    ),
    "wire.md": (
        "---\npublisher: River Wire\npublished: 2019-05-15\n---\n"
        "Shells struck the market of Durazno in Uruguay on 13 May 2019, killing at least seven civilians, "
        "a doctor said. Three children were among the dead.\n"
    ),
    "week.txt": (
        "---\npublisher: Salto Weekly\npublished: 2019-05-21\n---\n"
        "A grenade was thrown into a cafe in Salto, Uruguay, on 20 May 2019 and wounded four people, police said.\n"
    ),
    "arabic.txt": "---\npublished: 2019-05-14\n---\nقالت مُحَافِظة دورازنو إن القصف قتل تسعة مدنيين 🕊️ يوم الاثنين.\n",
}


def write(folder: Path, *names: str) -> Path:
    """Write these reports, or all of them, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or REPORTS:
        (folder / name).write_text(REPORTS[name], encoding="utf-8", newline="")
    return folder

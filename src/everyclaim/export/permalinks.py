"""The addresses under which a workbench shows things: stable, and in every row of every export."""


def incident_link(incident: str) -> str:
    """An incident."""
    return f"/i/{incident}"


def history_link(incident: str) -> str:
    """How an incident came to be what it is."""
    return f"/i/{incident}/history"


def claim_link(incident: str, claim: str) -> str:
    """A claim within an incident."""
    return f"/i/{incident}/claims/{claim}"


def report_link(report: str) -> str:
    """A report with its archived text."""
    return f"/r/{report}"


def words_link(report: str, start: int, end: int) -> str:
    """Words in a report's archived text."""
    return f"/r/{report}#c={start}-{end}"

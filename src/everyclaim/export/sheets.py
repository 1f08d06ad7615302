"""Puts values into the templates, and the style into the page under a policy that allows it and nothing else.

Where it stands: what makes a page of any kind goes through here, so that all are escaped, and safe, alike.
"""

import base64
import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from everyclaim.export.direction import direction, direction_of

TEMPLATES = Path(__file__).parent / "templates"


def style_of(names: tuple[str, ...], rules: str = "") -> str:
    """The style sheets of these names, one after the other, with rules of the page's own behind them."""
    return "".join((TEMPLATES / name).read_text("utf-8") for name in names) + rules


def fill(
    template: str, style: str, values: Mapping[str, object], filters: Mapping[str, Callable[..., object]] | None = None
) -> str:
    """Fill a template; everything is escaped but the style, whose digest the policy names."""
    environment = _environment(tuple((filters or {}).items()))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template(template).render(**values, style=style, digest=digest)


@cache
def _environment(filters: tuple[tuple[str, Callable[..., object]], ...]) -> Environment:
    """One for each kind of page: a template is compiled once for all incidents of a case."""
    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"direction": direction, "direction_of": direction_of, **dict(filters)}
    return environment

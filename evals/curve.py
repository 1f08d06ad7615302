"""Draws what was said against what was right, as SVG: points on the diagonal are confidences that can be trusted."""

from collections.abc import Mapping, Sequence

SIDE, EDGE = 320, 48
WHOLE, MIDDLE = SIDE + 2 * EDGE, EDGE + SIDE // 2
COLOURS = {"odd": "#1f6fb4", "even": "#c8501e"}
HEAD = f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WHOLE} {WHOLE}" width="{WHOLE}" height="{WHOLE}" font-size="12">
<title>Share of claims that are right, by the confidence said</title>
<rect width="100%" height="100%" fill="#fff"/>
<g font-family="sans-serif">
<text x="{MIDDLE}" y="{WHOLE - 10}" text-anchor="middle">confidence said</text>
<text transform="translate(14 {MIDDLE}) rotate(-90)" text-anchor="middle">share right</text>"""


def draw(parts: Mapping[str, Sequence[tuple[float, float, int]]]) -> str:
    """A picture of (said, right, how many) by part; a circle's area is the number of claims."""
    shapes = [HEAD, f'<path d="{_path([(0, 0), (1, 1)])}" stroke="#999" stroke-dasharray="4 4" fill="none"/>']
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        across, down = _at(tick, tick)
        shapes.append(f'<text x="{across:.0f}" y="{SIDE + EDGE + 18}" text-anchor="middle">{tick:.1f}</text>')
        shapes.append(f'<text x="{EDGE - 8}" y="{down + 4:.0f}" text-anchor="end">{tick:.1f}</text>')
    shapes.append(f'<path d="{_path([(0, 1), (0, 0), (1, 0)])}" stroke="#333" fill="none"/>')
    for number, (name, points) in enumerate(parts.items()):
        shapes += _part(name, points, EDGE + 24 + 18 * number)
    return "\n".join([*shapes, "</g></svg>", ""])


def _part(name: str, points: Sequence[tuple[float, float, int]], down: int) -> list[str]:
    colour = COLOURS[name]
    line = _path([(said, right) for said, right, _ in points])
    shapes = [f'<path d="{line}" stroke="{colour}" fill="none"/>']
    for said, right, size in points:
        across, height = _at(said, right)
        place = f'cx="{across:.1f}" cy="{height:.1f}" r="{(size / 8) ** 0.5:.1f}"'
        shapes.append(f'<circle {place} fill="{colour}" fill-opacity=".7"/>')
    shapes.append(f'<circle cx="{EDGE + 20}" cy="{down - 4}" r="5" fill="{colour}"/>')
    shapes.append(f'<text x="{EDGE + 32}" y="{down}">{name} documents</text>')
    return shapes


def _path(points: Sequence[tuple[float, float]]) -> str:
    placed = [_at(*each) for each in points]
    return "M" + " L".join(f"{across:.1f} {down:.1f}" for across, down in placed)


def _at(said: float, right: float) -> tuple[float, float]:
    return EDGE + SIDE * said, EDGE + SIDE * (1 - right)

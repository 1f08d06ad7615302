"""`everyclaim init`: an empty case."""

from pathlib import Path

import click

from everyclaim.cli.case import DONE, asked, case_options, mistakes, print_lines


@click.command()
@click.argument("folder", metavar="CASE", type=click.Path(path_type=Path))
@case_options
def init(folder: Path) -> int:
    """Make an empty case in a folder, which may hold other things already."""
    from everyclaim.case_flow import init_case  # noqa: PLC0415 loads the store's library, which --help needs not

    how = asked()
    with mistakes():
        case = init_case(folder, how.by)
    if how.as_json:
        print_lines([{"case": str(case.folder.path), "by": how.by}])
    else:
        how.note(f"The case is at {folder}; add reports with `everyclaim add --case {folder} PATH`.")
    return DONE

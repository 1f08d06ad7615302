"""The command `everyclaim`: its groups, and how what goes wrong is told: a sentence on standard error, an exit code.

0  done
1  findings (a check found something)
2  usage: a wrong option, or nothing of the input can be read
3  partly done: something was left out, and a sentence says what
"""

import gc
import os
import sys
from collections.abc import Sequence
from types import TracebackType

import click

from everyclaim.cli.actors import actors
from everyclaim.cli.add import add
from everyclaim.cli.assess import assess
from everyclaim.cli.attach import attach
from everyclaim.cli.bench import bench
from everyclaim.cli.demo import demo
from everyclaim.cli.doctor import doctor
from everyclaim.cli.export import export
from everyclaim.cli.gazetteer import gazetteer
from everyclaim.cli.incidents import incidents
from everyclaim.cli.init import init
from everyclaim.cli.judge import judge
from everyclaim.cli.log import log
from everyclaim.cli.policies import policies
from everyclaim.cli.read import read
from everyclaim.cli.schema import schema
from everyclaim.cli.search import search
from everyclaim.cli.show import show
from everyclaim.cli.sources import sources
from everyclaim.cli.steps import steps
from everyclaim.cli.tell import tell
from everyclaim.cli.verify import verify
from everyclaim.cli.watch import watch
from everyclaim.errors import EveryclaimError

USAGE, PARTLY, STOPPED = 2, 3, 130

_NEW_OBJECTS = 50_000
"""New objects after which Python looks for circles among them that nobody holds any more; its own number, 700, has it
look through all word lists over and over, a fifteenth of the time of reading, and reading leaves hardly a circle."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="everyclaim", message="%(prog)s %(version)s")
@click.option("--trace", is_flag=True, help="Show where a fault of everyclaim arose.")
def everyclaim(*, trace: bool) -> None:
    """Reads reporting about armed conflict into sourced records: every claim, kept with its words."""
    sys.excepthook = sys.__excepthook__ if trace else _tell_fault


ON_A_CASE = (init, add, watch, attach, incidents, show, search, assess, judge, sources, export, log, verify, policies)
for each in (demo, read, steps, schema, gazetteer, actors, doctor, bench, *ON_A_CASE):
    everyclaim.add_command(each)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code."""
    gc.set_threshold(_NEW_OBJECTS)
    try:
        return everyclaim.main(arguments, prog_name="everyclaim", standalone_mode=False) or 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        tell(_sentence(error))
        return USAGE
    except EveryclaimError as error:
        tell(str(error))
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        tell("Stopped.")
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has had enough ("| head"); what Python still holds must go nowhere, silently.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _sentence(error: click.ClickException) -> str:
    """What click has to say in one line, with where to look further."""
    said = " ".join(error.format_message().split()).rstrip(".")
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "everyclaim"
    return f"{said}; see `{command} --help`."


def _tell_fault(kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
    """Tell a fault of ours in a sentence, and leave with "partly done": Python's own code 1 would say "findings"."""
    tell(f"A fault of everyclaim stopped this command ({kind.__name__}: {error}); `everyclaim --trace ...` shows it.")
    sys.stdout.flush()
    os._exit(PARTLY)


if __name__ == "__main__":
    sys.exit(main())

"""everyclaim: every claim, kept with its words.

    import everyclaim
    everyclaim.read("Shells fell on the market of Tawila on Monday ...", published="2019-03-14").record
    everyclaim.open_case("derna").incidents()

Nothing inside the package imports this page: it would tie all of it into a knot.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from everyclaim.entry import read as read  # the name is public
    from everyclaim.entry_case import open_case as open_case  # so is this


class _Called(ModuleType):
    """The package `everyclaim.read` is also the function that the world calls by that name."""

    def __call__(self, *args: object, **options: object) -> object:
        """Read a report (`entry.read`)."""
        return import_module("everyclaim.entry").read(*args, **options)


class _Root(ModuleType):
    """Loads the reader, or cases, when first asked for: a command that needs neither starts at once."""

    def __getattr__(self, name: str) -> object:
        if name == "open_case":
            return import_module("everyclaim.entry_case").open_case
        if name != "read":
            raise AttributeError(f"module 'everyclaim' has no attribute {name!r}")
        return import_module("everyclaim.read")

    def __setattr__(self, name: str, value: object) -> None:
        if name == "read" and isinstance(value, ModuleType):
            value.__class__ = _Called
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Root

"""The reading steps, one file each. A file put here is a step: its function bears the file's name."""

from importlib import import_module
from pkgutil import iter_modules

from everyclaim.read.step import Step


def _load(name: str) -> Step:
    made = getattr(import_module(f"{__name__}.{name}"), name)
    if not isinstance(made, Step):
        raise TypeError(f"steps/{name}.py must define a step named {name}.")
    return made


STEPS: tuple[Step, ...] = tuple(_load(module.name) for module in iter_modules(__path__))

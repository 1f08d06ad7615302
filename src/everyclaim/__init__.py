"""everyclaim: every claim, kept with its words."""

__version__ = "0.1.0"

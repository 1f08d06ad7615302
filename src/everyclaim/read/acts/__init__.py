"""Which words tell of an act, of which type it is, and which tellings are of one happening."""

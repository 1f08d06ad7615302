"""Names on characters: of places, in the gazetteer or beside a noun of place, and of persons."""

"""Who says what: clauses of saying, quotations, sources in a phrase, and who a speaker is."""

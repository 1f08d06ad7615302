"""From the record to the answers that a corpus asks for: one file a corpus, with `predict(line) -> dict`.

Rules of one corpus (who counts, what a plural is worth) stand here and never in the reading.
"""

"""Proofs of the store: nothing acknowledged is lost, nothing kept can be changed unseen, reads heed content alone."""

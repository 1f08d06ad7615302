"""Measures what reading is worth on texts that others coded; `everyclaim bench quality` and `evals` stand on it.

No corpus is part of the product: a user points at a folder that holds texts, answers and scoring programs. Adapters
turn a record into the answers that a kind of corpus asks for; the folder's own programs score them.
"""

"""The commands, one file a group. What they share: exit codes and errors in one sentence (main.py), cards (card.py)."""

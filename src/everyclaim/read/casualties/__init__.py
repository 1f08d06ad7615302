"""Who was harmed, how many and how badly: from a harm word to the people it counts."""

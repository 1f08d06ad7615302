"""Reading aids that keep offsets: the normalised view, numbers, calendar words."""

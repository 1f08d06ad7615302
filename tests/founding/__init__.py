"""The founding report and its variants: what the product was asked for first must hold, whatever the names in it."""

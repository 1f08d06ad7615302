"""How something is told: denied, planned, feared, habitual, long past; and how far such a word reaches."""

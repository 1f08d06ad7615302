"""Heavy models, by name. Steps and the runner see only what these files give."""

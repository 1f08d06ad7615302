"""Who did it, who owns it or denies it, and whom others hold responsible."""

"""How an export names a policy: an imitation is labelled as one wherever it goes (codebook, 0)."""

OWN = "everyclaim"


def label(policy: str) -> str:
    """The product's own policy by its name; any other as `emulated:NAME`, never as that organisation's own finding."""
    return policy if policy == OWN else f"emulated:{policy}"

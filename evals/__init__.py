"""What the product is worth on texts that others coded: adapters, scorers and floors. Run it by `python -m evals`."""

"""Invented incident reports, ours to publish: what a reader may expect of texts that were never in sight."""

from evals.incidents import predict

__all__ = ["predict"]

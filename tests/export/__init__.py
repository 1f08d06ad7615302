"""Tests of what leaves everyclaim."""

"""Walks of the built site in engines other than Chromium, each skipped by name where it is not on the machine."""

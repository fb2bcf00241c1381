"""Tests of the built site in Chromium, served from a sub-path and opened as files."""

"""Tests of the built site: what a reader gets, not how it is made."""

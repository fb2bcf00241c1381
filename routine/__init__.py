"""A municipal routine as data: read, checked, and shown as pages. See README.md for the way through the house."""

# The package's, and nowhere else: an upgrade goes by it, and CHANGELOG.md says what is new.
__version__ = "0.3.0.dev0"

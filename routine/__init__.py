"""A municipal routine as data: read, checked, and shown as pages.

README.md has an overview of the code.
"""

# The only place of the version number: an upgrade uses it, and CHANGELOG.md says what is new.
__version__ = "0.3.0.dev0"

"""A municipal routine as data: read, checked, and shown as pages. See README.md for the way through the house."""

"""The tests. Folders are packages, so that two of them may hold modules of the same name."""

"""What our own pages must hold, whoever changed the text: said to an editor, in Swedish. `make content` runs it.

The tests are of the code, and read a routine that no editor changes; this reads the one that is published. May import
routine and audit.
"""

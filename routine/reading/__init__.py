"""YAML parsing: text to nodes with positions, and faults for an editor.

Pure. May import domain.
"""

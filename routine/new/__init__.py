"""An organisation's own site: its layout, and its upgrade to this version.

A new site has an example to replace. `own/` has its files.

May import loading, publish and reading.
"""

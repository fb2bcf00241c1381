"""A body's own site, laid out from this one's engine with an example to replace, and brought up to later versions.
`own/` is what such a site has of its own from the first day, as templates.

May import disk, reading, loading and publish.
"""

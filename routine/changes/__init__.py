"""Changes of a routine in plain Swedish: differences and consequences.

Pure. May import domain, rules, editions, views, html, print and publish.
"""

"""What a change of the routine means, in plain Swedish: what differs between two of them, and what follows. Pure.

May import domain, rules, editions, views, html, print and publish.
"""

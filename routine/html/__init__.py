"""From a view and a template to HTML: escaping, links, and what is only known when the whole site is there.

May import domain and views.
"""

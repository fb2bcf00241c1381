"""From a view and a template to HTML: escaping and links.

May import domain and views.
"""

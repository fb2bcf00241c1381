"""The site: its build through MkDocs, its assets, search index and data files."""

"""The pages: a folder for each, with its view, template, style sheet and script.

`registry` has a row for each page, `parts/` what several pages share, and `shell/` the frame around them all. Views are
pure: a routine in, a frozen object out. No page's view imports another's, but the file to take along.
"""

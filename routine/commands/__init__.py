"""What each command takes, and what the longer of them do: every word that is said at the command line.

May import everything but __main__.
"""

"""The disk, whatever lies on it: a file that is written whole or not at all, what is kept from one time to the next,
and what lies in a file's place and is none; also how JSON and locked requirements are written.

May import nothing.
"""

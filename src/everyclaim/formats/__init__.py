"""From the bytes of a file to the texts in it: one file a format, opened in a process that can do no harm.

Where it stands: below intake, which gives it files and makes reports of what it finds
(docs/design/0050-opening-files.md).
The package imports nothing here: the child process loads only the formats that it needs.
"""

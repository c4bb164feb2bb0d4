"""What runs within a workshop's sandbox, and is thrown away after one job. Nothing outside imports it.

`__main__` hears one job; `pages` opens papers; the other modules each do one kind of work on them.
"""

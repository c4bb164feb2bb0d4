"""Writing a procedure by doing it once: gestures become steps, a draft is kept, tried, and put in the site's folder.

Pure but for `shelf`. Nothing that was typed or chosen comes here, and no digit: roles, names and addresses only.
"""

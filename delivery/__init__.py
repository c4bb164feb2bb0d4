"""Makes what is delivered of the product: the Debian package of a post.

Knows the checkout, the wheels and Debian's formats; nothing of the product knows it. What goes into the package is said
by tables and texts under `packaging/`; the programs here only carry them out.
"""

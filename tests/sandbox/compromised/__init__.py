"""A guest whose browser has been taken over: a program in its place that tries every way out of the sandbox.

`program` runs the attempts, `ways/` has them, `outside` is what they aim at. The same program runs outside too, where
each attempt must succeed: one that cannot succeed proves nothing by failing.
"""

"""A person who follows a round in the guest's own browser, and a clerk who notes what the guide understood of it.

Real parts: the practice services behind the session's proxy, Chromium with the guest's profile and page, the probe, the
walkthrough, Qt's own mouse and key events. Used by `./dev bench procedures` and by the tests. The product does not know
it.
"""

"""Reading aloud: what the screen says, in the language it says it in. Knows sentences and sound, no screen, no person.

Only the program's own texts are read, never a page's. `saying` turns a text into what is said, `espeak` says it.
"""

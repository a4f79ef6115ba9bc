"""Loops over bytes and words, compiled by numba on first use: they see arrays and nothing else.

What is compiled is kept beside the sources.  The copy kept of a kernel does not notice that
another file it calls into changed: after changing one, remove `__pycache__` of this folder.
"""

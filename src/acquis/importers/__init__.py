"""Importers: an official file becomes a plain record in the shape of the YAML format, and a report.

They know the standards of the files, nothing of YAML, and no convention: how a body writes its
symbols comes in with `Settings`. A format's module reads a file into lines (`line`); how lines
make paragraphs, items, sections and annexes is the same for every format (`outline`,
`enumeration`, `label`).
"""

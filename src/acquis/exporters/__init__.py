"""Exporters: the corpus, or one record of it, in formats that others read.

Values in, values out: an exporter gives plain values or bytes; who writes them is outside.
"""

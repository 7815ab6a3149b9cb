"""Benchmarks: the tool and its peers, measured in the same run.

`measure` times things and has the figures, `texts` provides what they are measured on, `report`
shows them; every other module is a benchmark, which `__main__` lists.
"""

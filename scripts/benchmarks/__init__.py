"""Benchmarks: the tool and its peers, measured in the same run.

`__main__` lists the benchmarks: `building`, `search`, `weight`, `loading` and `citations`.
`measure` times things and has the figures; `texts` provides what they are measured on, `multiplied`
more of it; `browser` visits sites; `report` shows the figures, `page` writes a page of the docs.

For `building`, `contestants` are who is compared, each run by `process`. `told` finds out what a
script that writes Markdown cannot know, `markdown` is that script, and `site` has its template and
Hugo's layouts. `sameness` compares the sites, `edit` changes a word, `preview` measures how soon
that shows. `aside` keeps deletions out of what is measured.
"""

"""An invented convention, whose decisions are numbered before the meeting."""

RIVERS = """
conventions:
  - id: rivers
    name: Rivers Agreement
    bodies:
      - id: rivers-cop
        name: Conference of the Parties to the Rivers Agreement
        kind: decision
        symbols: ["{number}/RA.{meeting}"]
        cited_as: ["decision {number}/RA.{meeting}"]
        meeting_id: "rivers-cop-{meeting}"
"""

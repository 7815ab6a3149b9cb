"""The body whose resolutions and documents the corpora have, as conventions.yaml has it."""

CONVENTIONS = """\
conventions:
  - id: charter
    name: Charter of the United Nations
    bodies:
      - id: general-assembly
        name: General Assembly
        opening: The General Assembly
        kind: resolution
        symbols:
          - A/RES/{meeting}/{number}
          - A/RES/{meeting}/{number} {part:letter}
          - A/RES/{meeting}/{number} {part:letter}-{last:letter}
        document_symbols: ["A/{meeting}/{number}", "A/{meeting}/{number}/Add.{addendum}"]
        meeting_id: ga-{meeting}
"""

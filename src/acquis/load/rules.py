"""The rules that data are held against while they are read: their form, not yet their sense."""

from acquis.finding import Level, Rule

YAML_INVALID = Rule(
    "yaml-invalid",
    Level.ERROR,
    "The file is not YAML, so nothing in it can be read.",
    "mend the syntax at this place; often a quotation mark, a colon or an indent is missing",
)
FILE_EMPTY = Rule(
    "file-empty",
    Level.ERROR,
    "The file holds nothing. An empty file is more often a lost text than an intended one.",
    "delete the file, or write the list that belongs into it",
)
FILE_TOO_BIG = Rule(
    "file-too-big",
    Level.ERROR,
    "The file is over 8 MB, more than any list of decisions should be.",
    "split it into several files in a folder, such as data/decisions/*.yaml",
)
FILE_OUTSIDE = Rule(
    "file-outside",
    Level.ERROR,
    "A link leads out of the data folder; what is published must lie in it.",
    "copy the file into the data folder",
)
ENCODING_INVALID = Rule(
    "encoding-invalid",
    Level.ERROR,
    "The file is not UTF-8, so its letters cannot be told for certain.",
    "save the file in UTF-8",
)
NESTING_TOO_DEEP = Rule(
    "nesting-too-deep",
    Level.ERROR,
    "Lists and mappings are nested deeper than 64 levels.",
    "check the brackets and indents before this place",
)
YAML_ANCHOR = Rule(
    "yaml-anchor",
    Level.ERROR,
    "Anchors (&name) and aliases (*name) are not used here: a text stands once, where it is read.",
    "write the value out; a text that begins with & or * needs quotation marks",
)
YAML_TAG = Rule(
    "yaml-tag",
    Level.ERROR,
    "Tags (!name) are not used here.",
    "leave the tag out; a text that begins with ! needs quotation marks",
)
YAML_TRAP = Rule(
    "yaml-trap",
    Level.ERROR,
    "YAML reads this unquoted value as something else than the words that stand here: `no` as "
    "false, `1:30` as 90, `1.10` as 1.1.",
    "put quotation marks round the value",
)
YAML_LINE_BREAK = Rule(
    "yaml-line-break",
    Level.ERROR,
    "A next-line, line-separator or paragraph-separator character stands in the file. YAML takes "
    "it for the end of a line and would change the text.",
    'write it as "\\u0085", "\\u2028" or "\\u2029" in double quotes, or a space in its place',
)
KEY_REPEATED = Rule(
    "key-repeated",
    Level.ERROR,
    "A key stands twice in one mapping; YAML would let the second win silently.",
    "delete one of the two, or join their values",
)
KEY_UNKNOWN = Rule(
    "key-unknown",
    Level.ERROR,
    "This key means nothing here, so what stands under it would be lost.",
    "use a key of the reference, or remove it",
)
FIELD_MISSING = Rule(
    "field-missing",
    Level.ERROR,
    "A value that every such record needs is missing.",
    "add it",
)
TYPE_WRONG = Rule(
    "type-wrong",
    Level.ERROR,
    "The value is of another kind than the key asks for: a list for a word, a word for a number.",
    "write it in the form that the reference gives",
)
VALUE_UNKNOWN = Rule(
    "value-unknown",
    Level.ERROR,
    "The value is not one of those that the key allows.",
    "use one of the allowed values",
)
DATE_INVALID = Rule(
    "date-invalid",
    Level.ERROR,
    "The value is no date of the calendar in the form 2025-11-07.",
    "write year, month and day, such as 2025-11-07",
)
PATTERN_INVALID = Rule(
    "pattern-invalid",
    Level.ERROR,
    "The pattern of symbols cannot be read.",
    'write literal text with placeholders such as "MC-{meeting}/{number}"',
)
ID_UNUSABLE = Rule(
    "id-unusable",
    Level.ERROR,
    "The id cannot be part of an address.",
    "use a–z, 0–9 and single hyphens, at most 100 characters",
)
ID_REPEATED = Rule(
    "id-repeated",
    Level.ERROR,
    "Two records of a kind have one id.",
    "give one of them another id",
)
SYMBOL_REPEATED = Rule(
    "symbol-repeated",
    Level.ERROR,
    "Two records of a kind have one symbol.",
    "correct the symbol, or give the right `kind` where a decision and a resolution share it",
)
SLUG_COLLISION = Rule(
    "slug-collision",
    Level.ERROR,
    "Two records would have one address.",
    "give one of them an `id` of its own",
)
TRANSLATION_UNMATCHED = Rule(
    "translation-unmatched",
    Level.ERROR,
    "No record has the identity that this translation names.",
    "give the symbol or id, and the kind, of the original",
)
TRANSLATION_REPEATED = Rule(
    "translation-repeated",
    Level.ERROR,
    "The text is given twice in one language.",
    "keep one of the two",
)

RULES = tuple(value for value in globals().values() if isinstance(value, Rule))

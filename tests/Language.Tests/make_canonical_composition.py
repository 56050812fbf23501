"""Writes shared/Language/canonical-composition.txt from Python's Unicode database.

The product runs without ICU (InvariantGlobalization), where String.Normalize leaves text as it is, but names of tools
lose their accents by NFD, and a tokenizer with the normalizer NFC needs that. One line a code point that is not a Hangul syllable:
  D <code point> <canonical decomposition, one step, code points>   E: excluded from composition
  C <code point> <combining class, not 0>
Run: python3 make_canonical_composition.py > ../../shared/Language/canonical-composition.txt
"""
import unicodedata

print(f"# Unicode {unicodedata.unidata_version}: written by tests/Language.Tests/make_canonical_composition.py")
for code in range(0x110000):
    if 0xD800 <= code <= 0xDFFF or 0xAC00 <= code <= 0xD7A3:
        continue
    character = chr(code)
    decomposition = unicodedata.decomposition(character)
    if decomposition and not decomposition.startswith("<"):
        # A pair that NFC does not put together again is excluded (script-specific, singletons, non-starters).
        mark = "D" if unicodedata.normalize("NFC", character) == character else "E"
        print(f"{mark} {code:X} {decomposition}")
    combining = unicodedata.combining(character)
    if combining:
        print(f"C {code:X} {combining}")

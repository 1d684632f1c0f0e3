#!/usr/bin/env python3
"""Makes canonical.txt anew, from the Unicode Character Database that this Python brings:

    python3 canonical.py > canonical.txt

Run it with a Python of a newer Unicode to take its letters in. What was composed before stays as it was: Unicode keeps
its normal forms. `python3 canonical.py | diff - canonical.txt` says nothing with a Python of the version named in it.
"""
import sys
import unicodedata as ucd

HANGUL = range(0xAC00, 0xD7A4)  # By rule, in Composed.cs.
LETTERS = [code for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000 and code not in HANGUL]

print(f"# Canonical decompositions (D), compositions (C) and combining classes (K) of Unicode {ucd.unidata_version}, in hex.")
print("# Made by canonical.py beside it from the Unicode Character Database, under the Unicode License v3 (https://www.unicode.org/license.txt).")
for code in LETTERS:
    parts = ucd.normalize("NFD", chr(code))
    if parts != chr(code):
        print("D", f"{code:X}", *(f"{ord(part):X}" for part in parts))
for code in LETTERS:
    pair = ucd.decomposition(chr(code)).split()
    # One letter of its own is no composition, nor is what NFC takes apart again.
    if len(pair) == 2 and not pair[0].startswith("<") and ucd.normalize("NFC", chr(code)) == chr(code):
        print("C", *(f"{int(part, 16):X}" for part in pair), f"{code:X}")
for code in LETTERS:
    if ucd.combining(chr(code)):
        print("K", f"{code:X}", f"{ucd.combining(chr(code)):X}")

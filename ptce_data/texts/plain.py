"""Words without what people forget when they type: case, accents, hyphens, apostrophes, spaces."""

import unicodedata


def plain(words: str) -> str:
    """`Saint-Étienne`, `saint etienne` and `SAINT  ÉTIENNE` all become `saint etienne`."""
    decomposed = unicodedata.normalize("NFKD", words.casefold().replace("œ", "oe").replace("æ", "ae"))
    letters = (letter if letter.isalnum() else " " for letter in decomposed if not unicodedata.combining(letter))
    return " ".join("".join(letters).split())

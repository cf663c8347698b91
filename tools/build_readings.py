"""Build the tables of readings in `reconcile/data/readings/` from their pinned sources.

    python tools/build_readings.py --unihan /usr/share/unicode/Unihan_Readings.txt.bz2

Needs the packages of `tools/requirements-readings.txt` and Unihan 15.0 (Debian `unicode-data`
15.0.0-1). The output is the same byte for byte whenever the inputs are; the script checks the
hash of the Unihan file and the versions of the packages, and refuses others unless `--any`.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import itertools
import lzma
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from importlib.metadata import version
from pathlib import Path

OUT = Path(__file__).parent.parent / "reconcile" / "data" / "readings"
UNIHAN_SHA256 = "216d9e19e44195522b84a05bf7308e385356615121258869faf919e96824ddd5"
VERSIONS = {"sudachidict-core": "20261015", "SudachiPy": "0.7.0", "pypinyin": "0.55.0"}
SUFFIXES = {
    "市": ("シ",),
    "町": ("チョウ", "マチ"),
    "村": ("ムラ", "ソン"),
    "区": ("ク",),
    "郡": ("グン",),
    "県": ("ケン",),
}
TOPONYM = re.compile("^[\u3400-\u9fff々][\u3400-\u9fffヶケノ々之ツ]*$")
PREFECTURES = re.compile("^(東京都|北海道|京都府|大阪府|(?:..|神奈川|和歌山|鹿児島)県)(?=..)")


def write(name: str, rows: list[str]) -> None:
    """Write sorted rows as xz-compressed UTF-8 text; no time stamp enters the file."""
    data = "".join(f"{row}\n" for row in sorted(rows)).encode()
    packed = lzma.compress(data, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, preset=9)
    (OUT / name).write_bytes(packed)
    print(
        f"{name}: {len(rows)} rows, {len(packed)} bytes, "
        f"sha256 of text {hashlib.sha256(data).hexdigest()}"
    )


def unihan(path: Path, field: str) -> dict[str, str]:
    """One field of Unihan by character, for the basic block of CJK characters."""
    out = {}
    for line in bz2.decompress(path.read_bytes()).decode().splitlines():
        if not line.startswith("U+"):
            continue
        code, name, value = line.split("\t")
        char = chr(int(code[2:], 16))
        if name == field and "\u3400" <= char <= "\u9fff":
            out[char] = value
    return out


def korean(path: Path) -> list[str]:
    return [
        f"{char}\t{' '.join(sorted({v.split(':')[0] for v in value.split()}))}"
        for char, value in unihan(path, "kHangul").items()
    ]


def vietnamese(path: Path) -> list[str]:
    return [
        f"{char}\t{unicodedata.normalize('NFC', value)}"
        for char, value in unihan(path, "kVietnamese").items()
    ]


def cantonese(path: Path) -> list[str]:
    """The first reading of each character, without its tone."""
    return [
        f"{c}\t{v.split()[0].rstrip('0123456789')}"
        for c, v in unihan(path, "kCantonese").items()
        if c >= "\u4e00"
    ]


def pinyin() -> list[str]:
    """All readings of each character without tones, the most common one first; ü is v."""
    from pypinyin import Style
    from pypinyin import pinyin as read

    rows = []
    for code in range(0x4E00, 0x9FA6):
        char = chr(code)
        found = read(char, style=Style.NORMAL, heteronym=True, v_to_u=False, errors="ignore")
        if found:
            rows.append(f"{char}\t{' '.join(dict.fromkeys(found[0]))}")
    return rows


def without_suffix(surface: str, reading: str) -> tuple[str, str] | None:
    """The stem and its reading if the name ends in a level suffix, else None."""
    for kana in SUFFIXES.get(surface[-1], ()):
        if len(surface) > 1 and reading.endswith(kana) and len(reading) > len(kana):
            return surface[:-1], reading[: -len(kana)]
    return None


def toponyms() -> dict[str, Counter[str]]:
    """Readings of kanji toponyms and of their stems, with weights for how much they stand out."""
    from sudachipy import Dictionary

    found: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in Dictionary(dict="core").entries():
        surface, reading = entry.surface(), entry.reading_form()
        if "地名" not in entry.part_of_speech() or not TOPONYM.match(surface) or len(surface) > 5:
            continue
        if PREFECTURES.match(surface) or not re.fullmatch("[ァ-ヴー]+", reading):
            continue
        stem = without_suffix(surface, reading)
        if stem is not None and len(stem[0]) >= 2:
            found[stem[0]][stem[1]] += 3 if surface[-1] in "市区" else 1
        if stem is None or len(surface) <= 2:
            found[surface][reading] += 2
    return found


def japanese(found: dict[str, Counter[str]]) -> list[str]:
    """Stems of up to three characters, and longer ones that a city or district bears."""
    rows = []
    for name, readings in found.items():
        best = max(readings.values())
        if len(name) > 3 and best < 3:
            continue
        ranked = sorted(readings, key=lambda r: (-readings[r], r))
        rows.append(f"{name}\t{' '.join(ranked[:3])}")
    return rows


def per_kanji(found: dict[str, Counter[str]], rounds: int = 6) -> list[str]:
    """Readings of single kanji, by aligning kana to kanji in the toponyms (EM, 1-4 kana each)."""
    pairs = [
        (name, reading)
        for name, readings in sorted(found.items())
        for reading in sorted(readings)
        if len(name) <= 4 and len(name) <= len(reading) <= 4 * len(name)
    ]
    model: dict[tuple[str, str], float] = {}
    for _ in range(rounds):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        for name, reading in pairs:
            align(name, reading, model, counts)
        totals: dict[str, float] = defaultdict(float)
        for (kanji, _), count in counts.items():
            totals[kanji] += count
        model = {key: count / (totals[key[0]] + 1) for key, count in counts.items() if count > 0.2}
    by_kanji: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (kanji, kana), probability in model.items():
        if probability >= 0.03:
            by_kanji[kanji].append((-math.log(probability), kana))
    return [
        f"{kanji}\t{' '.join(f'{kana}:{cost:.1f}' for cost, kana in sorted(options)[:5])}"
        for kanji, options in by_kanji.items()
    ]


def align(
    name: str,
    reading: str,
    model: dict[tuple[str, str], float],
    counts: dict[tuple[str, str], float],
) -> None:
    """Add the expected counts of one pair; without a model, all cuts are alike."""
    cuts = [
        (0, *middle, len(reading))
        for middle in itertools.combinations(range(1, len(reading)), len(name) - 1)
    ]
    scored = []
    for cut in cuts:
        parts = [reading[a:b] for a, b in itertools.pairwise(cut)]
        if any(len(p) > 4 or p[0] in "ャュョッーン" for p in parts):
            continue
        weight = 1.0
        for kanji, kana in zip(name, parts, strict=True):
            weight *= model.get((kanji, kana), 0.001) if model else 1.0
        scored.append((weight, parts))
    total = sum(weight for weight, _ in scored)
    for weight, parts in scored:
        for kanji, kana in zip(name, parts, strict=True):
            counts[kanji, kana] += weight / total


def check(path: Path) -> list[str]:
    """What differs from the pinned inputs."""
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    wrong = [] if found == UNIHAN_SHA256 else [f"{path}: sha256 {found}, expected {UNIHAN_SHA256}"]
    for package, wanted in VERSIONS.items():
        if version(package) != wanted:
            wrong.append(f"{package}: version {version(package)}, expected {wanted}")
    return wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unihan", type=Path, required=True)
    parser.add_argument("--any", action="store_true", help="accept other versions of the inputs")
    args = parser.parse_args()
    wrong = check(args.unihan)
    if wrong and not args.any:
        sys.exit("\n".join(wrong))
    OUT.mkdir(parents=True, exist_ok=True)
    write("korean.tsv.xz", korean(args.unihan))
    write("vietnamese.tsv.xz", vietnamese(args.unihan))
    write("cantonese.tsv.xz", cantonese(args.unihan))
    write("pinyin.tsv.xz", pinyin())
    found = toponyms()
    write("japanese.tsv.xz", japanese(found))
    write("kanji.tsv.xz", per_kanji(found))


if __name__ == "__main__":
    main()

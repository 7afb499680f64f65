#!/usr/bin/env python3
"""Copies as a measure without any annotation: sentences that two newspapers print in the same words say the same.

    copies.py RIWAYAT SHARED

Prints one JSON list of rows `[name, share, detail]`, as the shared scorer does. Held against each other are sentences of
different articles with the same words, digits apart (`(150) ألف` in one, `150 ألف` in the other: the words of numbers must
not tell them apart), and with some digits in one of them: which figures are read in them, and which dates. Papers do
print other figures, so not all can be alike.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

DAYS = ["2015-07-23", "2015-07-24", "2015-07-25", "2015-07-26", "2015-07-27", "2015-07-31"]
# Words that a sentence has at least: shorter ones are formulas, whose figures are of many things.
LEAST = 8
SAME_LETTERS = str.maketrans("أإآىة", "ااايه")
WORDS = re.compile(r"[^\W\d]+")
MARKS = re.compile("[\u064b-\u0652\u0640\u200e\u200f\u061c]")


def articles(shared):
    for day in DAYS:
        archive = zipfile.ZipFile(shared / "corpus/saudinewsnet" / f"{day}.zip")
        for row in json.loads(archive.read(archive.namelist()[0]).decode("utf-8-sig")):
            title = row.get("title") or ""
            yield {"outlet": row.get("source"), "title": title, "published": day, "text": row["content"]}


def readings(riwayat, shared):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles(shared))
        file.flush()
        # Articles without a text or a date are told on standard error, and are no failure here.
        out = subprocess.run([riwayat, "compare", file.name, "--json"], capture_output=True, check=False)
    return json.loads(out.stdout)["articles"]


def figures(article, start, end):
    told = [q for q in article["quantities"] if start <= q["start"] < end]
    return sorted(str([q[key] for key in ("min", "max", "approximate", "unit", "status", "group")]) for q in told)


def dates(article, start, end):
    told = [d for d in article["dates"] if start <= d["start"] < end]
    return sorted(str([d[key] for key in ("from", "to")]) for d in told)


def main():
    held = {}
    same = {"figures": [0, 0], "dates": [0, 0]}
    for article in readings(sys.argv[1], pathlib.Path(sys.argv[2])):
        for sentence in article["sentences"]:
            start, end = sentence["start"], sentence["end"]
            text = MARKS.sub("", article["text"][start:end]).translate(SAME_LETTERS)
            words = WORDS.findall(text)
            if len(words) < LEAST or not re.search(r"\d", text):
                continue
            mine = {"figures": figures(article, start, end), "dates": dates(article, start, end)}
            other = held.setdefault(" ".join(words), (article["outlet"], article["published"], mine))
            # «أمس» is another day in another day's paper.
            if other[0] != article["outlet"] and other[1] == article["published"]:
                for what, told in mine.items():
                    same[what][0] += told == other[2][what]
                    same[what][1] += 1
    rows = [[f"copies: {what} alike", round(a / n, 4), f"{a} of {n} sentences"] for what, (a, n) in same.items()]
    print(json.dumps(rows, ensure_ascii=False))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Sentence alignment against gold: which sentences of several articles say the same thing.

    rows.py RIWAYAT SHARED

Prints one JSON object: for `dev` (tests/gold/dev/rows.jsonl) and `test` (tests/gold/rows.jsonl) a list of rows
`[name, value, detail]`, as the shared scorer does. An edge is a pair of sentences of two articles that stand in one
row; what is scored is precision, recall and F1 over all edges. Beside it stands what a plain best match gives: each
sentence with the one of the other article that its TF-IDF vector is nearest to, where that holds both ways, above the
bar that is best on the development half. Where `collatex` is installed (`scripts/bench` installs it), so does what it
gives: it collates the words of whole articles, and two sentences are taken to say the same where the words that it
aligns are a large enough part of the shorter one, again above the bar that is best on the development half.

Sets of the newspapers are kept by file, index and offsets; their text is read from SHARED. Never print which edges of
the test half were missed.
"""
import collections
import importlib.util
import json
import math
import pathlib
import re
import subprocess
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HALVES = {"dev": ROOT / "tests/gold/dev/rows.jsonl", "test": ROOT / "tests/gold/rows.jsonl"}
BARS = [n / 50 for n in range(2, 30)]


def newspapers(shared):
    """The articles of one archive of the newspapers, by its name."""
    held = {}

    def of(file):
        if file not in held:
            archive = zipfile.ZipFile(shared / "corpus/saudinewsnet" / file)
            held[file] = json.loads(archive.read(archive.namelist()[0]).decode("utf-8-sig"))
        return held[file]

    return of


def sets(path, papers):
    """The sets of one half, each article with its text."""
    for line in path.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        for article in one["articles"]:
            if "file" in article:
                row = papers(article["file"])[article["index"]]
                article.update(text=row["content"], title=row.get("title") or "", outlet=row.get("source"))
                article["published"] = article["file"].removesuffix(".zip")
        yield one


def edges(rows):
    """Pairs of sentences, of different articles, that stand in one row."""
    out = set()
    for row in rows:
        places = sorted({tuple(place) for place in row})
        out.update((a, b) for i, a in enumerate(places) for b in places[i + 1:] if a[0] != b[0])
    return out


def placed(article, text):
    """Where the gold's sentences stand in the text as it was imported."""
    at, out = 0, []
    for start, end in article["sentences"]:
        words = article["text"][start:end].split()
        found = re.compile(r"\s*".join(map(re.escape, "".join(words)))) if text != article["text"] else None
        hit = found.search(text, at) if found else None
        span = (start, end) if text == article["text"] else hit and hit.span()
        out.append(span)
        at = span[1] if span else at
    return out


def ours(riwayat, one):
    """The edges that riwayat gives, as pairs of the gold's sentences."""
    lines = [json.dumps({k: a.get(k) for k in ("id", "outlet", "camp", "published", "title", "text")}) for a in one["articles"]]
    out = subprocess.run([riwayat, "compare", "-", "--jsonl", "--one-event", "--json"], input="\n".join(lines), capture_output=True, text=True)
    answer = json.loads(out.stdout)
    texts = {a["id"]: a["text"] for a in answer["articles"]}
    spans = {a["id"]: placed(a, texts[a["id"]]) for a in one["articles"]}
    rows = []
    for event in answer["events"]:
        for row in event["rows"]:
            places = []
            for piece in (p for cell in row["cells"].values() for p in cell if not p.get("relayed")):
                for n, span in enumerate(spans[piece["article"]]):
                    if span:
                        common = min(span[1], piece["end"]) - max(span[0], piece["start"])
                        if common > 0.5 * min(span[1] - span[0], piece["end"] - piece["start"]):
                            places.append((piece["article"], n))
            rows.append(places)
    return edges(rows)


def vectors(one):
    """A TF-IDF vector for each sentence of a set."""
    bags = {}
    for article in one["articles"]:
        for n, (start, end) in enumerate(article["sentences"]):
            bags[article["id"], n] = collections.Counter(re.findall(r"\w+", article["text"][start:end]))
    spread = collections.Counter(word for bag in bags.values() for word in bag)
    out = {}
    for place, bag in bags.items():
        vector = {word: n * math.log(1 + len(bags) / spread[word]) for word, n in bag.items()}
        length = math.sqrt(sum(w * w for w in vector.values())) or 1.0
        out[place] = {word: w / length for word, w in vector.items()}
    return out


def best_matches(one):
    """The pairs of sentences that are each other's nearest, with their cosine."""
    vector = vectors(one)
    cosine = lambda x, y: sum(w * vector[y].get(word, 0.0) for word, w in vector[x].items())
    nearest = {}
    for x in vector:
        for other in {y[0] for y in vector} - {x[0]}:
            nearest[x, other] = max((y for y in vector if y[0] == other), key=lambda y: (cosine(x, y), y))
    return {tuple(sorted((x, y))): cosine(x, y) for (x, _), y in nearest.items() if nearest[y, x[0]] == x}


def collated(one):
    """The pairs of sentences that collatex aligns words of, with the part of the shorter one that it aligns."""
    import collatex

    witnesses, sizes = [], {}
    for article in one["articles"]:
        tokens = []
        for n, (start, end) in enumerate(article["sentences"]):
            words = re.findall(r"\w+", article["text"][start:end])
            sizes[article["id"], n] = len(words)
            tokens += [{"t": f"{word} ", "n": word, "at": [article["id"], n]} for word in words]
        witnesses.append({"id": article["id"], "tokens": tokens})
    table = collatex.collate({"witnesses": witnesses}, segmentation=False, near_match=False, output="json")
    columns = zip(*json.loads(table)["table"])
    shared = collections.Counter()
    for column in columns:
        places = [tuple(cell[0]["at"]) for cell in column if cell]
        shared.update(tuple(sorted(pair)) for i, x in enumerate(places) for pair in ((x, y) for y in places[i + 1:]))
    return {(x, y): n / max(min(sizes[x], sizes[y]), 1) for (x, y), n in shared.items()}


def scores(found, gold):
    hits = len(found & gold)
    precision = hits / len(found) if found else 1.0
    recall = hits / len(gold) if gold else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def tagged(name, pairs):
    return {(name, pair) for pair in pairs}


def main():
    riwayat, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    papers = newspapers(shared)
    halves = {half: list(sets(path, papers)) for half, path in HALVES.items()}
    peers = {"a plain best match": best_matches}
    if importlib.util.find_spec("collatex"):
        peers["collatex"] = collated
    gold, found, beside = {}, {}, {name: {} for name in peers}
    for half, all_sets in halves.items():
        gold[half] = set().union(*(tagged(one["id"], edges(one["rows"])) for one in all_sets))
        found[half] = set().union(*(tagged(one["id"], ours(riwayat, one)) for one in all_sets))
        for name, peer in peers.items():
            beside[name][half] = [(one["id"], peer(one)) for one in all_sets]
    above = lambda pairs, bar: set().union(*(tagged(i, {p for p, c in ps.items() if c >= bar}) for i, ps in pairs))
    best = {n: max(BARS, key=lambda b: scores(above(by["dev"], b), gold["dev"])[2]) for n, by in beside.items()}
    answer = {}
    for half, all_sets in halves.items():
        p, r, f = scores(found[half], gold[half])
        others = [f"{n} {scores(above(by[half], best[n]), gold[half])[2]:.3f}" for n, by in beside.items()]
        kinds = collections.Counter(len(one["articles"]) for one in all_sets)
        detail = f"P {p:.3f} R {r:.3f}, {len(gold[half])} edges of {kinds[2]} pairs and {kinds[3]} triples; {', '.join(others)}"
        answer[half] = [["rows, F1", round(f, 4), detail]]
    print(json.dumps(answer))


if __name__ == "__main__":
    main()

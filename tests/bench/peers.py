#!/usr/bin/env python3
"""Times riwayat beside peers in one run, and prints ratios; needs `collatex` and `scikit-learn`.

    peers.py RIWAYAT SHARED

Seeds: `riwayat compare` on the five seeds, process start included, beside the time that collatex takes to
collate three of them. Newspapers: `riwayat compare` on all articles of the newspaper corpus, beside TF-IDF and
ten nearest neighbours on the same texts.
"""
import json, os, pathlib, subprocess, sys, tempfile, time, zipfile

DONE, DONE_BUT_SOME = 0, 1  # exit status: some articles of the newspapers have no text, and are named as failed
RUNS = 20  # of the short command; the median is reported


def median(values):
    return sorted(values)[len(values) // 2]


def in_child(code, *args):
    """Runs Python code in a process of its own: (seconds it reports, peak memory in MB)."""
    out = subprocess.run([sys.executable, "-c", code, *map(str, args)], capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"a peer failed: {out.stderr.strip()[-400:]}")
    seconds, kb = out.stdout.split()[-2:]
    return float(seconds), int(kb) / 1024


COLLATEX = """
import sys, time, resource
from collatex import Collation, collate
c = Collation()
for n, p in enumerate(sys.argv[1:]):
    c.add_plain_witness(str(n), open(p, encoding="utf-8").read())
t = time.perf_counter()
collate(c)
print(time.perf_counter() - t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

SKLEARN = """
import sys, json, time, resource
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.neighbors import NearestNeighbors
texts = [json.loads(l)["text"] for l in open(sys.argv[1], encoding="utf-8")]
t = time.perf_counter()
m = TfidfVectorizer().fit_transform(texts)
NearestNeighbors(n_neighbors=10, metric="cosine").fit(m).kneighbors(m)
print(time.perf_counter() - t, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def ours(*command):
    """Wall-clock seconds and peak memory in MB of one command, its output thrown away."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (DONE, DONE_BUT_SOME):
        sys.exit(f"{command[0]} ended with {status}: {errors.decode()[-400:]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def newspapers(folder, into):
    count = 0
    with open(into, "w", encoding="utf-8") as out:
        for z in sorted(folder.glob("*.zip")):
            archive = zipfile.ZipFile(z)
            for a in json.loads(archive.read(archive.namelist()[0]).decode("utf-8-sig")):
                row = {"outlet": a.get("source"), "title": a.get("title"), "published": z.stem, "text": a.get("content") or ""}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                count += 1
    return count


def main():
    riwayat, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    seeds = sorted((shared / "seeds").glob("*.txt"))
    runs = [ours(riwayat, "compare", *map(str, seeds), "--json") for _ in range(RUNS)]
    mine = median([s for s, _ in runs])
    peer, peer_mb = in_child(COLLATEX, *[p for p in seeds if p.name[:3] in ("001", "003", "004")])
    print(f"seeds: riwayat compare, five articles, process and all: {mine * 1000:.1f} ms, {max(m for _, m in runs):.0f} MB")
    print(f"seeds: collatex, three of them, collation alone:        {peer * 1000:.1f} ms, {peer_mb:.0f} MB")
    print(f"seeds: riwayat takes 1/{peer / mine:.0f} of the time")
    with tempfile.TemporaryDirectory() as tmp:
        lines = pathlib.Path(tmp) / "newspapers.jsonl"
        count = newspapers(shared / "corpus/saudinewsnet", lines)
        mine, mb = ours(riwayat, "compare", str(lines), "--json")
        peer, peer_mb = in_child(SKLEARN, lines)
    print(f"newspapers: riwayat compare, {count} articles: {mine:.1f} s, {mb:.0f} MB")
    print(f"newspapers: scikit-learn TF-IDF and 10 neighbours:  {peer:.1f} s, {peer_mb:.0f} MB")
    print(f"newspapers: {peer / mine:.2f} times as fast, {mb / peer_mb:.2f} of the memory")


main()

"""Whether `riwayat inspect` is as sure as it is right: a reliability table for each kind of item and part of the gold.

    calibration.py RIWAYAT SHARED

An item's `confidence` (0 to 1; of a claim one each for voice, polarity, extent and type of event, and one for each part) is held against whether the item
is right. Right is: a quantity or date that lies on one of gold with the same bounds or days; a mention whose name is
mentioned in gold; a claim on at least half of a claim of gold (extent), and, where there is such a claim, the same
voice and the same polarity. Types of events and parts are judged as in events.py, where they are annotated; the accused
and weapons are not. ECE, the expected calibration error, is the mean distance of confidence and share right
over the bins, each bin weighed by its items. Items without the field are counted apart; only figures are printed.
"""
import pathlib, sys

sys.dont_write_bytecode = True  # no compiled copies among the sources
import events, gold

EDGES = (0, 0.5, 0.7, 0.8, 0.9, 0.95, 1)  # a bin holds its lower edge; the last one holds 1 too
KINDS = ("quantities", "dates", "mentions", "voice", "polarity", "extent")
EVENT_KINDS = ("event type", "parts")


def in_place(score, golden, found, *keys):
    """Each found item, and whether it is matched one to one with a golden item of the same values."""
    value = lambda x: round(x, 1) if isinstance(x, (int, float)) else x
    same = lambda g, f: all(value(g[k]) == value(f[k]) for k in keys)
    unmatched = {id(item) for item in score.match(golden, found, same)[1]}
    return [(item.get("confidence"), id(item) not in unmatched) for item in found]


def of_claim(score, golden, claim):
    """What is judged of one claim: kind, confidence, right."""
    sure = claim.get("confidence") or {}
    there = [g for g in golden if score.overlap((claim["start"], claim["end"]), (g["start"], g["end"])) >= 0.5 * (g["end"] - g["start"])]
    said = claim["voice"]["text"]
    alike = [g for g in there if (score.same_name(g["voice"], said) if g["voice"] and said else not g["voice"] and not said)]
    yield "extent", sure.get("extent"), bool(there)
    if there:
        yield "voice", sure.get("voice"), bool(alike)
        yield "polarity", sure.get("polarity"), any(g["polarity"] == claim["polarity"] for g in alike or there)


def judged(score, riwayat, sentences):
    """By kind: (confidence or None, right) of every item that riwayat finds."""
    lines = [{"id": s["id"], "text": s["text"], "published": s["published"], "outlet": None} for s in sentences]
    items = {kind: [] for kind in KINDS}
    for s, f in zip(sentences, score.Riwayat(riwayat).inspect_lines(lines), strict=True):
        items["quantities"] += in_place(score, s["quantities"], f["quantities"], "min", "max")
        items["dates"] += in_place(score, s["dates"], f["dates"], "from", "to")
        items["mentions"] += [(m.get("confidence"), any(score.same_name(g["text"], m["text"]) for g in s["mentions"])) for m in f["mentions"]]
        for claim in f["claims"]:
            for kind, sure, right in of_claim(score, s["claims"], claim):
                items[kind].append((sure, right))
    return items


def of_events(score, riwayat, sentences, annotated):
    """By kind: (confidence or None, right) of every type of event and every part found in claims of gold."""
    items = {kind: [] for kind in EVENT_KINDS}
    for golden, claim, text in events.pairs(score, riwayat, sentences, annotated):
        for field, found, right, _ in events.judged(score, golden, claim, text):
            if found and found.get("role") != "accused":
                kind = "event type" if field == "event type" else "parts"
                items[kind].append((found.get("confidence"), right))
    return items


def binned(items):
    """The items of each bin: how many, mean confidence, share right; None where there is none."""
    bins = [[] for _ in EDGES[1:]]
    for sure, right in items:
        at = sum(sure >= edge for edge in EDGES[1:-1])
        bins[at].append((sure, right))
    return [(len(b), sum(s for s, _ in b) / len(b), sum(r for _, r in b) / len(b)) if b else None for b in bins]


def row(items):
    """One line of the table."""
    told = [(sure, right) for sure, right in items if sure is not None]
    if not told:
        return f"{len(items):>6}  not reported"
    bins = binned(told)
    ece = sum(n * abs(sure - right) for n, sure, right in filter(None, bins)) / len(told)
    cells = "".join(f"{b[0]:>6} {b[1]:.2f} {b[2]:.2f}" if b else f"{'-':>16}" for b in bins)
    rest = f"  ({len(items) - len(told)} not reported)" if len(told) < len(items) else ""
    return f"{len(items):>6} {ece:>6.3f}{cells}{rest}"


def main():
    riwayat, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    score, parts = gold.scorer(shared), gold.parts(shared)
    found = {part: judged(score, riwayat, sentences) for part, sentences in parts.items()}
    names = [f"below {EDGES[1]}"] + [f"{low} to {high}" for low, high in zip(EDGES[1:], EDGES[2:])]
    print("calibration; in each bin: items, mean confidence, share right")
    print(f"{'':22}{'items':>6} {'ECE':>6}" + "".join(f"{name:>16}" for name in names))
    for kind in KINDS:
        for part in parts:
            print(f"{kind:12}{part:10}{row(found[part][kind])}")
    told = {part: of_events(score, riwayat, parts[part], annotated) for part, annotated in gold.events().items()}
    for kind in EVENT_KINDS:
        for part in told:
            print(f"{kind:12}{part:10}{row(told[part][kind])}")


main()

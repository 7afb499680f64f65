"""How well `riwayat inspect` tells what happened and who played which part: dev and test apart, never the misses.

    events.py RIWAYAT SHARED

Asked of claims that were found: those on at least half of a claim of gold, the closest where there are several. The
type of event is right where it is gold's; a part (agent, patient, party) where gold has a name in it whose words are
the same but for what stands around them. An accused is the agent of what it is accused of. Prints the rows in JSON,
as the shared scorer does.
"""
import json, pathlib, sys

sys.dont_write_bytecode = True  # no compiled copies among the sources
import gold

PARTS = {"agent": ("agent", "accused"), "patient": ("patient",), "party": ("party",)}


def closest(score, golden, claims):
    """The claim found for one of gold, or None: of those on half of it, the one whose extent is most like it."""
    shared = lambda c: score.overlap((c["start"], c["end"]), (golden["start"], golden["end"]))
    there = [c for c in claims if shared(c) >= 0.5 * (golden["end"] - golden["start"])]
    whole = lambda c: max(c["end"], golden["end"]) - min(c["start"], golden["start"])
    return max(there, key=lambda c: shared(c) / whole(c), default=None)


def named(golden, part, text):
    """The names that gold has in a part."""
    spans = golden["parties"] if part == "party" else [golden[part]]
    return [text[slice(*span)] for span in spans if span]


def pairs(score, riwayat, sentences, events):
    """Each claim of gold that was found: its events, the claim found, the text."""
    lines = [{"id": s["id"], "text": s["text"], "published": s["published"], "outlet": None} for s in sentences]
    for s, f in zip(sentences, score.Riwayat(riwayat).inspect_lines(lines), strict=True):
        for golden in events.get(s["id"], []):
            claim = closest(score, golden, f["claims"])
            if claim:
                yield golden, claim, s["text"]


def judged(score, golden, claim, text):
    """What is judged of one claim: field, what was found (None where nothing was), whether it is right, what gold has."""
    kind, basis = claim["event_type"], (claim.get("basis") or {}).get("event_type")
    sure = (claim.get("confidence") or {}).get("event_type")
    yield "event type", kind and {"confidence": sure, "basis": basis}, kind == golden["event"], golden["event"]
    for part, roles in PARTS.items():
        names = named(golden, part, text)
        for actor in claim["actors"]:
            if actor["role"] in roles:
                hit = next((n for n in names if score.same_name(n, actor["text"])), None)
                yield part, actor, hit is not None, hit
                if hit:
                    names.remove(hit)
        for name in names:
            yield part, None, False, name


def rows(score, judgements):
    """Precision, recall and F1 of each field."""
    out = []
    for field in ("event type", *PARTS):
        mine = [(found, right, want) for name, found, right, want in judgements if name == field]
        tp = sum(bool(found) and right for found, right, _ in mine)
        fp = sum(bool(found) and not right for found, right, _ in mine)
        fn = sum(bool(want) and not (found and right) for found, right, want in mine)
        f1, precision, recall = score.prf(tp, fp, fn)
        kinds = (("F1", f1), ("precision", round(precision, 3)), ("recall", round(recall, 3)))
        out += [[f"sentences: {field}, {kind}", figure, 1] for kind, figure in kinds]
    return out


def main():
    riwayat, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    score, parts, out = gold.scorer(shared), gold.parts(shared), {}
    for name, events in gold.events().items():
        found = pairs(score, riwayat, parts[name], events)
        out[name] = rows(score, [j for golden, claim, text in found for j in judged(score, golden, claim, text)])
    print(json.dumps(out))


if __name__ == "__main__":
    main()

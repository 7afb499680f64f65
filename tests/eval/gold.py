"""The gold that quality is measured on, in three parts that are never mixed, and the rules that it is measured by.

    gold.py SHARED INTO     writes the newspaper sentences, text and all, to INTO/sentences.jsonl

dev: SHARED/gold, which the rules were made on. test: sentences.jsonl beside this folder, in ../gold, invented like
dev's by people who never saw the program; t… goes through all forms, u… is a fair sample of news. newspaper: real sentences, in ../gold/newspaper.jsonl by place only, since
the newspapers may not be copied: their text is filled in from SHARED/corpus/saudinewsnet.
"""
import json, pathlib, sys, types, zipfile

GOLD = pathlib.Path(__file__).resolve().parent.parent / "gold"
KINDS = ("quantities", "dates", "claims", "mentions")
# What the scorer reads and the newspapers' annotation does not say.
UNSAID = {"quantities": {"counted": None, "side": None}, "dates": {}, "claims": {"chain": []}, "mentions": {"entity": None}}


def rows(path):
    """The objects of a file of JSON Lines."""
    if not path.is_file():
        sys.exit(f"{path} is not there: without it nothing can be measured; bring it back from the history")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def articles(shared, day):
    """All articles of one day, in the order that `article` counts."""
    path = shared / "corpus/saudinewsnet" / f"{day}.zip"
    if not path.is_file():
        sys.exit(f"{path} is not there: the newspaper sentences are cut from it")
    archive = zipfile.ZipFile(path)
    return json.loads(archive.read(archive.namelist()[0]).decode("utf-8-sig"))


def filled(sentence, text):
    """An annotation by place as one with text, as the scorer reads it."""
    whole = {"id": sentence["id"], "published": sentence["published"], "outlet_camp": None, "text": text}
    for kind in KINDS:
        whole[kind] = []
        for item in sentence[kind]:
            start, end = item["start"], item["end"]
            if not 0 <= start < end <= len(text):
                sys.exit(f"newspaper.jsonl: {sentence['id']}: {kind}: {start} to {end} lies outside the sentence")
            whole[kind].append({**UNSAID[kind], **item, "text": text[start:end]})
    for claim in whole["claims"]:
        claim["voice"] = claim["voice"] and text[slice(*claim["voice"])]
    return whole


def newspaper(shared):
    """The newspaper sentences with their text."""
    days, whole = {}, []
    for sentence in rows(GOLD / "newspaper.jsonl"):
        day, start, end = sentence["day"], sentence["start"], sentence["end"]
        if day not in days:
            days[day] = articles(shared, day)
        text = (days[day][sentence["article"]].get("content") or "")[start:end]
        if len(text) != end - start:
            sys.exit(f"newspaper.jsonl: {sentence['id']}: {start} to {end} lies outside its article")
        whole.append(filled(sentence, text))
    return whole


def parts(shared):
    """The three parts: name and sentences."""
    dev, test = (rows(folder / "sentences.jsonl") for folder in (shared / "gold", GOLD))
    return {"dev": [s for s in dev if "text" in s], "test": test, "newspaper": newspaper(shared)}


def events():
    """What happened and who played which part, where that is annotated: by part of the gold, by sentence, a claim each."""
    files = {"dev": "events-dev.jsonl", "test": "events.jsonl"}
    return {part: {s["id"]: s["claims"] for s in rows(GOLD / file)} for part, file in files.items()}


def scorer(shared):
    """The shared scorer's own rules. It is a script: all but its last line, which runs it."""
    path = shared / "tools/score.py"
    module = types.ModuleType("score")
    module.__file__ = str(path)
    exec(compile(path.read_text(encoding="utf-8").rstrip().removesuffix("main()"), path, "exec"), module.__dict__)
    return module


if __name__ == "__main__":
    shared, into = map(pathlib.Path, sys.argv[1:])
    lines = "".join(json.dumps(s, ensure_ascii=False) + "\n" for s in newspaper(shared))
    (into / "sentences.jsonl").write_text(lines, encoding="utf-8")

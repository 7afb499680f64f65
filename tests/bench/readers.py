#!/usr/bin/env python3
"""Reads figures and dates beside peers, in one run on the same sentences, and prints how right each is and how fast.

    readers.py RIWAYAT SHARED PYTHON_WITH_MAHAD PYTHON_WITH_DATEPARSER

On the three parts of the gold (tests/eval/gold.py): `riwayat inspect`, `mahad` (Arabic numerals, durations, times,
names) and `dateparser` (dates in text, `search_dates`). Each field is scored twice: by the scorer's rules (the span
lies on the gold's, both bounds or both days are right), and on the value alone, wherever it stands (one bound, or one
day of the stretch, is right), which asks no more than the peers promise. What a peer does not read is left open.

Peers are given their best settings and every doubt, as tried on the development half:
- mahad: a plain weekday is the last one, a month without year the last one, a month the whole month, and weeks begin
  on Saturdays; clock times and a unit without a number are left out; numbers inside its own times and durations are
  not told again; a percentage is told in hundredths.
- dateparser: days before months, the first of what is open; what is not a day is the whole month or year; a hit after
  publication is read again as past; neighbouring hits on one day are one hit; numbers that are no year are left out.
- Without a date of publication, what differs between two such dates counts as open.
Seconds are for all sentences: of riwayat process and all, of the peers without loading.
"""
import calendar, datetime, importlib.metadata, json, pathlib, re, subprocess, sys, time

sys.dont_write_bytecode = True  # no compiled copies among the sources
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "eval"))
import gold

# Two days of publication where there is none: another weekday, month, half and year.
TWO_DAYS = [datetime.datetime(2013, 3, 5), datetime.datetime(2016, 10, 14)]
AHEAD = re.compile("قادم|مقبل")
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2629800, "year": 31557600}


def between(first, last):
    return {"from": first.isoformat(), "to": last.isoformat()}


def whole(day, grain):
    """The day, week, month or year that begins with or holds a day."""
    if grain == "year":
        return between(day.replace(month=1, day=1), day.replace(month=12, day=31))
    if grain == "month":
        return between(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))
    return between(day, day + datetime.timedelta(days=6 if grain == "week" else 0))


def overlaps(item, others):
    return any(item.start < other.end and other.start < item.end for other in others)


# --- the peers: each a function from text and day of publication to what it finds --------------------------------

def mahad():
    from dateutil.relativedelta import relativedelta
    from maha.parsers.functions import parse_dimension
    from maha.parsers.rules.time import constants

    constants.START_OF_WEEK = calendar.SATURDAY

    def grain(value):
        """What a time of mahad's names: a day, week, month or year, or None where only a clock or now."""
        told = lambda *names: any(getattr(value, name) is not None for name in names)
        if told("_seconds"):
            return None
        if told("day", "_days", "weekday") or value.hours:
            return "day"
        if value.weeks is not None:
            return "week"
        if told("month", "_months", "next_month", "prev_month"):
            return "month"
        return "year" if told("year", "_years") else None

    def resolved(value, ahead, base):
        """The days of a time of mahad's; what does not say that it lies ahead is past."""
        size = grain(value)
        if size is None:
            return None
        if value.weekday and (value.weekday.n or 1) == 1 and not ahead:
            value.weekday = value.weekday(-1)
        day = (base + value).date()
        if size == "week" and not value.weeks:  # this week: mahad gives the day itself
            day -= datetime.timedelta(days=(day.weekday() - calendar.SATURDAY) % 7)
        has_year = value.year or value._years is not None or value.next_month or value.prev_month
        if value.month and not has_year and not ahead and day > base.date():
            day += relativedelta(years=-1)
        return whole(day, size)

    def dated(item, base):
        ahead, value = AHEAD.search(item.body), item.value
        ends = [value.start, value.end] if hasattr(value, "start") else [value]
        try:
            ends = [resolved(end, ahead, base) for end in ends if end is not None]
            return ends and all(ends) and {"from": ends[0]["from"], "to": ends[-1]["to"]}
        except (ValueError, OverflowError, KeyError, IndexError, TypeError):
            return None  # a time that no calendar holds

    def duration(value):
        units = [(part.value, part.unit.name.lower().removesuffix("s")) for part in value.values]
        unit = max((unit for _, unit in units), key=SECONDS.get)
        return sum(n * SECONDS[u] for n, u in units) / SECONDS[unit], unit

    def is_bare_unit(item):
        """«يوم» alone: mahad takes it for one day."""
        return " " not in item.body and duration(item.value)[0] == 1

    def names(found):
        """Neighbouring names are one: mahad knows single words."""
        joined = []
        for item in sorted(found, key=lambda item: item.start):
            if joined and item.start - joined[-1][1] <= 1:
                joined[-1][1] = item.end
            else:
                joined.append([item.start, item.end])
        return joined

    def read(text, base):
        of = {kind: parse_dimension(text, **{kind: True}) for kind in ("numeral", "duration", "time", "names")}
        times = [(item, dated(item, base)) for item in of["time"]]
        times = [(item, days) for item, days in times if days]
        taken = [item for item, _ in times]
        durations = [item for item in of["duration"] if not overlaps(item, taken) and not is_bare_unit(item)]
        quantities = []
        for item in durations:
            n, unit = duration(item.value)
            quantities.append({"start": item.start, "end": item.end, "min": n, "max": n, "unit": unit})
        for item in of["numeral"]:
            if not overlaps(item, taken + durations):
                percent = re.search(r"[%٪]|(?:في ال|بال)(?:مئة|مائة)", item.body)
                n = item.value * 100 if percent else item.value
                quantities.append({"start": item.start, "end": item.end, "min": n, "max": n, "unit": None})
        return {
            "quantities": quantities,
            "dates": [{"start": item.start, "end": item.end, **days} for item, days in times],
            "persons": [{"start": s, "end": e, "text": text[s:e]} for s, e in names(of["names"])],
        }

    return read


def dateparser():
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def settings(base, prefer):
        return {"RELATIVE_BASE": base, "PREFER_DATES_FROM": prefer, "DATE_ORDER": "DMY",
                "PREFER_DAY_OF_MONTH": "first", "PREFER_MONTH_OF_YEAR": "first"}

    def days(words, found, base):
        def again(prefer):
            return DateDataParser(languages=["ar"], settings=settings(base, prefer)).get_date_data(words)

        data = again("current_period")
        if found > base:
            past = again("past")
            if past.date_obj and not AHEAD.search(words):
                found, data = past.date_obj, past
        return whole(found.date(), data.period if data.period in ("month", "year") else "day")

    def is_bare_number(words):
        """A number that is no year and no numeric date, like 3.5, 90% and 2600: dateparser makes a date of each."""
        numbers = re.findall(r"\d+", words)
        return not re.search(r"[^\W\d]", words) and len(numbers) < 3 and not re.fullmatch(r"(?:19|20)\d\d", "".join(numbers))

    def read(text, base):
        hits, at = [], 0
        for words, found in search_dates(text, languages=["ar"], settings=settings(base, "current_period")) or []:
            start = text.find(words, at)
            if start < 0 or is_bare_number(words):
                continue
            hit = {"start": start, "end": start + len(words), **days(words, found.replace(tzinfo=None), base)}
            joins = hits and hits[-1]["from"] == hit["from"] and not re.search(r"\w", text[at:start])
            if joins:
                hits[-1]["end"] = hit["end"]
            else:
                hits.append(hit)
            at = hit["end"]
        return {"dates": hits}

    return read


PEERS = {"mahad": mahad, "dateparser": dateparser}
READS = {"mahad": ("quantities", "dates", "persons"), "dateparser": ("dates",)}


def child(name):
    """Runs in the peer's own Python: sentences in, what it finds and the seconds out."""
    sentences = [json.loads(line) for line in sys.stdin]
    reader, broken = PEERS[name](), 0

    def read(text, base):
        nonlocal broken
        try:
            return reader(text, base)
        except Exception:  # a peer's own fault, whatever it is, costs it the sentence and not the run
            broken += 1
            return {key: [] for key in READS[name]}

    read("قتل خمسة مدنيين أمس الاثنين", TWO_DAYS[0])  # what is loaded at first use
    found, start = [], time.perf_counter()
    for s in sentences:
        if s["published"]:
            found.append(read(s["text"], datetime.datetime.fromisoformat(s["published"][:10])))
            continue
        one, other = (read(s["text"], day) for day in TWO_DAYS)
        sure = [(d["from"], d["to"]) for d in other["dates"]]
        for date in one["dates"]:
            if (date["from"], date["to"]) not in sure:
                date["from"] = date["to"] = None
        found.append(one)
    seconds = time.perf_counter() - start
    version = importlib.metadata.version(name)
    json.dump({"version": version, "seconds": seconds, "broken": broken, "found": found}, sys.stdout)


def ask(python, name, sentences):
    lines = "".join(json.dumps({k: s[k] for k in ("text", "published")}) + "\n" for s in sentences)
    out = subprocess.run([python, __file__, "--peer", name], input=lines, capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"{name} failed: {out.stderr.strip()[-400:]}")
    return json.loads(out.stdout)


def ours(score, riwayat, sentences):
    lines = [{"id": s["id"], "text": s["text"], "published": s["published"], "outlet": None} for s in sentences]
    start = time.perf_counter()
    answers = score.Riwayat(riwayat).inspect_lines(lines)
    seconds = time.perf_counter() - start
    found = [{**{k: a[k] for k in ("quantities", "dates")}, "persons": persons(a)} for a in answers]
    return {"version": answers[0]["engine"], "seconds": seconds, "broken": 0, "found": found}


def persons(sentence):
    return [m for m in sentence["mentions"] if m["kind"] == "person"]


# --- the fields, and when a found item is a golden one -----------------------------------------------------------

def rounded(value):
    return round(value, 1) if isinstance(value, (int, float)) else value


def equal(*keys):
    return lambda g, f: all(rounded(g[k]) == rounded(f[k]) for k in keys)


def one_bound(g, f):
    golden, found = ({rounded(x[k]) for k in ("min", "max")} - {None} for x in (g, f))
    return bool(golden & found)


def one_day(g, f):
    if None in (g["from"], f["from"]):
        return g["from"] == f["from"]
    return g["from"] <= (f["to"] or f["from"]) and f["from"] <= (g["to"] or g["from"])


def fields(score):
    """Name, key and which of its items; whether a found one is the golden one; whether places count."""
    every, lasting = (lambda item: True), (lambda q: q["unit"] in SECONDS)
    named = lambda g, f: score.same_name(g["text"], f["text"])
    return [
        ("quantities, span and bounds", "quantities", every, equal("min", "max"), True),
        ("quantities, one bound, anywhere", "quantities", every, one_bound, False),
        ("durations, span, bounds and unit", "quantities", lasting, equal("min", "max", "unit"), True),
        ("dates, span and value", "dates", every, equal("from", "to"), True),
        ("dates, one day, anywhere", "dates", every, one_day, False),
        ("persons, span and name", "persons", every, named, True),
    ]


def matched(score, golden, found, same, placed):
    """How many match one to one, by the scorer's own matching; where places do not count, all lie on each other."""
    if not placed:
        golden, found = ([{**x, "start": 0, "end": 1, "at": n} for n, x in enumerate(items)] for items in (golden, found))
    return score.match(golden, found, same)[0]


def cell(score, field, sentences, answer):
    """Precision, recall and F1 of one reader in one field; nothing where it does not read that field."""
    _, key, keep, same, placed = field
    if key not in answer["found"][0]:
        return f"{'-':>6} {'-':>5} {'-':>5}"
    take = lambda x: [item for item in x[key] if keep(item)]
    hits = given = there = 0
    for s, f in zip(sentences, answer["found"], strict=True):
        golden, found = take(s), take(f)
        hits += matched(score, golden, found, same, placed)
        given, there = given + len(found), there + len(golden)
    f1, precision, recall = score.prf(hits, given - hits, there - hits)
    return f"{precision:>6.3f} {recall:>5.3f} {f1:>5.3f}"


def main():
    riwayat, shared, with_mahad, with_dateparser = sys.argv[1:]
    shared = pathlib.Path(shared)
    score = gold.scorer(shared)
    for part, sentences in gold.parts(shared).items():
        for s in sentences:
            s["persons"] = persons(s)
        answers = {
            "riwayat": ours(score, riwayat, sentences),
            "mahad": ask(with_mahad, "mahad", sentences),
            "dateparser": ask(with_dateparser, "dateparser", sentences),
        }
        print(f"{f'{part}, {len(sentences)} sentences':34}" + "".join(f"   {name + ' ' + a['version']:^18}" for name, a in answers.items()))
        print(f"{'':34}" + f"   {'P':>6} {'R':>5} {'F1':>5}" * len(answers))
        for field in fields(score):
            print(f"{field[0]:34}" + "".join(f"   {cell(score, field, sentences, a)}" for a in answers.values()))
        print(f"{'seconds':34}" + "".join(f"   {a['seconds']:>18.2f}" for a in answers.values()))
        if any(a["broken"] for a in answers.values()):
            print(f"{'sentences it broke down on':34}" + "".join(f"   {a['broken']:>18}" for a in answers.values()))
        print()


if __name__ == "__main__":
    child(sys.argv[2]) if sys.argv[1] == "--peer" else main()

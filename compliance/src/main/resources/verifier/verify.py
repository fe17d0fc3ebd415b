#!/usr/bin/env python3
"""Checks an export of a Rightparty ledger: python3 verify.py FILE.zip [--key KEY] [--kept FILE]...

Standard library only, written apart from the Java verifier. Time-stamps are checked for what they are
over; their authority's signature is checked by the jar, or by openssl ts -verify. SPEC.md says more."""
import base64, datetime, hashlib, hmac, json, re, sys, zipfile

class Refused(Exception): pass
def sha(*parts): return hashlib.sha256(b"".join(parts)).digest()
def refuse(when, why):
    if when: raise Refused(why)
def canonical(v):  # RFC 8785 for text, whole numbers, booleans, lists and objects
    if isinstance(v, dict):
        keys = sorted(v, key=lambda k: k.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(canonical(k) + ":" + canonical(v[k]) for k in keys) + "}"
    if isinstance(v, list): return "[" + ",".join(map(canonical, v)) + "]"
    refuse(isinstance(v, float) or v is None, "a value that the ledger does not keep")
    return json.dumps(v, ensure_ascii=False)

P = 2**255 - 19; Q = 2**252 + 27742317777372353535851937790883648493  # Ed25519, RFC 8032 section 6
D = -121665 * pow(121666, P - 2, P) % P
def add(a, b):
    A, B = (a[1]-a[0])*(b[1]-b[0]) % P, (a[1]+a[0])*(b[1]+b[0]) % P
    C, E = 2*a[3]*b[3]*D % P, 2*a[2]*b[2] % P
    e, f, g, h = B-A, E-C, E+C, B+A
    return (e*f % P, g*h % P, f*g % P, e*h % P)
def times(n, a):
    r = (0, 1, 1, 0)
    while n:
        if n & 1: r = add(r, a)
        a, n = add(a, a), n >> 1
    return r
def point(raw):
    y = int.from_bytes(raw, "little"); sign, y = y >> 255, y & (2**255 - 1)
    x2 = (y*y - 1) * pow(D*y*y + 1, P - 2, P) % P; x = pow(x2, (P + 3) // 8, P)
    if (x*x - x2) % P: x = x * pow(2, (P - 1) // 4, P) % P
    refuse((x*x - x2) % P or y >= P, "not a point of the curve")
    return ((P - x if x & 1 != sign else x), y, 1, (P - x if x & 1 != sign else x) * y % P)
BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
def signed(key, text, sig):
    if len(sig) != 64 or int.from_bytes(sig[32:], "little") >= Q: return False
    h = int.from_bytes(hashlib.sha512(sig[:32] + key + text).digest(), "little") % Q
    a, b = times(int.from_bytes(sig[32:], "little"), BASE), add(point(sig[:32]), times(h, point(key)))
    return (a[0]*b[2] - b[0]*a[2]) % P == 0 and (a[1]*b[2] - b[1]*a[2]) % P == 0

def checkpoint(note, keys):  # C2SP signed-note and tlog-checkpoint
    text, _, signatures = note.rpartition("\n\n"); text += "\n"
    for name, both in re.findall("^\u2014 (\\S+) (\\S+)$", signatures, re.M):
        both = base64.b64decode(both)
        for key in keys:
            kname, kid, raw = key.strip().split("+", 2); raw = base64.b64decode(raw)[1:]
            if (kname, kid) == (name, both[:4].hex()) and signed(raw, text.encode(), both[4:]):
                lines = text.split("\n"); more = dict(l.split(" ", 1) for l in lines[3:] if " " in l)
                return dict(size=int(lines[1]), root=base64.b64decode(lines[2]), note=note, origin=lines[0],
                            at=instant(more["time"]), behind=int(more["clock-behind-ms"]))
    raise Refused("a checkpoint is not signed by the ledger's key")
def instant(text): return datetime.datetime.fromisoformat(re.sub(r"(\.\d{1,6})\d*Z$|Z$", r"\1+00:00", text))
def walk(fn, sn, seeds, proof):  # RFC 9162 sections 2.1.3.2 and 2.1.4.2: seeds[0] grows with left nodes alone
    for h in proof:
        refuse(sn == 0, "a proof is too long")
        if fn & 1 or fn == sn:
            seeds = [sha(b"\1", h, s) for s in seeds]
            while not fn & 1 and fn: fn, sn = fn >> 1, sn >> 1
        else: seeds = seeds[:-1] + [sha(b"\1", seeds[-1], h)]
        fn, sn = fn >> 1, sn >> 1
    refuse(sn != 0, "a proof is too short")
    return seeds
def consistent(a, b, proofs):
    if a["size"] == b["size"]:
        return refuse(a["root"] != b["root"], f"two checkpoints of {a['size']} entries have different roots")
    refuse(b["at"] < a["at"], "a checkpoint is dated before a smaller one: it was back-dated")
    proof = proofs.get((a["size"], b["size"]))
    refuse(proof is None, "nothing shows that one checkpoint is the beginning of the next")
    if a["size"] & (a["size"] - 1) == 0: proof = [a["root"]] + proof
    fn, sn = a["size"] - 1, b["size"] - 1
    while fn & 1: fn, sn = fn >> 1, sn >> 1
    roots = walk(fn, sn, [proof[0], proof[0]], proof[1:]) if proof else None
    refuse(roots != [a["root"], b["root"]], "one checkpoint is not the beginning of the next: rewritten")

def enclosed(z, titles):  # the hash of the rulebooks of these titles, None when one is not in the file
    files = [("rulebooks/" + t.replace(" ", "-") + ".json", t) for t in titles]
    if any(n not in z.namelist() for n, _ in files): return None
    return sha("".join(f"{t} {sha(canonical(json.loads(z.read(n))).encode()).hex()}\n" for n, t in files).encode()).hex()

def check(path, keys, kept):
    z = zipfile.ZipFile(path); read = lambda n: z.read(n).decode()
    rows = lambda n: (json.loads(l) for l in z.open(n)) if n in z.namelist() else iter(())
    refuse(len(set(z.namelist())) < len(z.namelist()), "a file is in the ZIP twice")
    m = json.loads(read("manifest.json")); kind = m["selection"]["kind"]; whole = kind == "everything"
    refuse(m["format"] != "rightparty-proof/1", "another format")
    keys = keys or read("ledger.vkey").splitlines(); unproven, gaps = [], []
    names = sorted(n for n in z.namelist() if n.startswith("checkpoints/") and n[-1] != "/")
    points = {int(n[12:-5]): checkpoint(read(n), keys) for n in names}
    kept = [checkpoint(open(k, encoding="utf-8").read(), keys) for k in kept]
    newest = max(points.values(), key=lambda c: c["size"])
    refuse(any(k["size"] > newest["size"] for k in kept), "the ledger was cut off: a kept checkpoint is larger")
    every = sorted(list(points.values()) + kept, key=lambda c: (c["size"], c["at"]))
    proofs = {(r["from"], r["to"]): [bytes.fromhex(h) for h in r["proof"]] for r in rows("consistency.jsonl")}
    for a, b in zip(every, every[1:]):
        refuse(a["origin"] != b["origin"], "checkpoints of two ledgers")
        if a["size"]: consistent(a, b, proofs)
    for n in (n for n in z.namelist() if n.endswith(".tst")):
        note = points[int(n[11:23])]["note"].encode()
        refuse(not any(hashlib.new(h, note).digest() in z.read(n) for h in ("sha256", "sha384", "sha512")),
               "a time-stamp is of another checkpoint")
    peaks, size, last, ahead, count = [], 0, m["first"] - 1, list(every), 0
    def pass_points(index):
        while ahead and ahead[0]["size"] <= index:
            root = sha() if not peaks else peaks[-1]
            for h in reversed(peaks[:-1]): root = sha(b"\1", h, root)
            refuse(whole and root != ahead[0]["root"], "the entries do not give a checkpoint's root")
            ahead.pop(0)
    facts = rows("personal.jsonl"); fact = next(facts, None); air = {}; ends = during = 0; latest = None
    inputs = rows("decisions.jsonl"); given = next(inputs, None); fitting = ruled = unruled = 0; books = {}
    for raw in z.open("events.jsonl"):
        line = json.loads(raw); index, entry = line["index"], line["payload"]; count += 1
        refuse(canonical(line).encode() + b"\n" != raw, f"line {count} is not in canonical form: it was changed")
        inside = kind == "period" and instant(m["selection"]["from"]) <= instant(entry["at"]) < instant(m["selection"]["to"])
        beyond = index >= m["end"]; during += inside; rest = kind == "period" and index < newest["size"] and (
            inside or entry["kind"] == "call.ended" and entry["attempt"] in air)
        refuse(index <= last or beyond and not rest, f"entry {index} is out of order, twice, or beyond the export")
        if m["end"] > last + 1 < index and (whole or kind == "period"): gaps.append(f"entries from {last + 1} are missing")
        refuse(gaps and whole, "the root cannot be reached: entries are missing or out of order")
        pass_points(index); leaf = sha(b"\0", canonical(entry).encode()); last = index
        if whole:
            while size & 1: leaf, size = sha(b"\1", peaks.pop(), leaf), size >> 1
            peaks.append(leaf); size = index + 1
        else:
            proof = [bytes.fromhex(h) for h in line["proof"]]
            refuse(walk(index, newest["size"] - 1, [leaf], proof) != [newest["root"]], f"entry {index} does not lead to the root")
        late = instant(entry["at"]) - datetime.timedelta(minutes=1, milliseconds=ahead[0]["behind"] if ahead else 0)
        refuse(ahead and late > ahead[0]["at"], f"a checkpoint is dated before entry {index} that it covers: back-dated")
        while fact and fact["index"] == index:
            mac = hmac.new(bytes.fromhex(fact["salt"]), fact["value"].encode(), "sha256").hexdigest()
            refuse(entry.get("personal", {}).get(fact["field"]) != mac, f"a personal fact does not fit entry {index}")
            fact = next(facts, None)
        titles, told = (entry["detail"].get(k) for k in ("rulebooks", "rulebooks_sha256"))
        if entry["kind"].startswith("dial.") and titles and told:
            if titles not in books: books[titles] = enclosed(z, titles.split(", "))
            refuse(books[titles] not in (None, told), f"an enclosed rulebook is not the one of which entry {index} carries the hash")
            ruled += books[titles] is not None; unruled += books[titles] is None
        if given and given["index"] == index:
            refuse(sha(canonical(given["facts"]).encode()).hex() != entry["detail"].get("facts_sha256"),
                   f"the inputs of a decision are not those of which entry {index} carries the hash")
            given = next(inputs, None); fitting += 1
        latest = max(latest or instant(entry["at"]), instant(entry["at"]))
        if entry["kind"] == "dial.permitted": air[entry["attempt"]] = instant(entry["at"])
        if entry["kind"] == "call.ended": ends += air.pop(entry["attempt"], None) is None and not beyond
    refuse(given, "inputs of decisions that are not in the file")
    refuse(fact, "personal facts of entries that are not in the file"); pass_points(m["end"] if not whole else last + 1)
    if last + 1 < m["end"] and (whole or kind == "period"): gaps.append(f"entries from {last + 1} are missing")
    refuse(gaps and whole, "the root cannot be reached: entries are missing or out of order")
    if whole and (m["first"], m["end"]) != (0, newest["size"]): gaps.append("an export of everything must cover everything")
    begun = min(every, key=lambda c: c["at"])["at"]
    if kind == "period" and m["end"] == 0 and begun > instant(m["selection"]["to"]):
        unproven.append(f"the ledger's first checkpoint is of {begun}, after the period: nothing was sealed while it lasted")
    elif kind == "period":
        if m["first"] and not any(c["size"] == m["first"] and c["at"] <= instant(m["selection"]["from"]) for c in every):
            gaps.append("no checkpoint shows where the period begins")
        if not any(c["size"] == m["end"] and c["at"] >= instant(m["selection"]["to"]) for c in every):
            (unproven if m["end"] == newest["size"] else gaps).append("the period ends after the newest checkpoint")
    elif not whole: unproven.append("a selection cannot show that nothing was left out")
    if ends and not m["first"]: gaps.append(f"{ends} calls ended that nobody permitted")
    lost = sum(at < latest - datetime.timedelta(hours=4) for at in air.values())
    if lost: gaps.append(f"{lost} permitted calls have no end")
    print(f"{count} entries to the root of {newest['size']}, {len(points)} checkpoints, {len(air)} calls without an end,"
          f" {fitting} decisions with their inputs, {ruled} with their rulebooks" + (f"; {during} entries lie in the period" if kind == "period" else ""))
    if unruled: print(f"{unruled} decisions name rulebooks that are not enclosed: history entered later, or books taken out")
    if fitting: print("not done here: deciding each again by the enclosed rulebooks; ./rightparty ledger verify FILE does it")
    return gaps, unproven

if __name__ == "__main__":
    args, keys, kept = sys.argv[1:], [], []
    while len(args) > 2 and args[-2] in ("--key", "--kept"):
        (keys if args[-2] == "--key" else kept).append(args[-1]); args = args[:-2]
    if len(args) != 1: sys.exit(__doc__)
    try: gaps, unproven = check(args[0], keys, kept)
    except OSError as why: print(f"unusable: {why.filename or args[0]}: {why.strerror or why}"); sys.exit(2)
    except (Refused, ValueError, KeyError, TypeError, IndexError, zipfile.BadZipFile) as why:
        unread = "" if isinstance(why, Refused) else "the file cannot be read: "
        print(f"INTEGRITY: REFUSED. {unread}{why}\nCOMPLETENESS: REFUSED."); sys.exit(1)
    print("INTEGRITY: PROVEN.\nCOMPLETENESS: " + ("REFUSED. " + gaps[0] if gaps else
          "NOT PROVEN. " + unproven[0] if unproven else "PROVEN."))
    sys.exit(3 if gaps or unproven else 0)

"""Looks for server errors: every page and form of every role, sent as people never would, to the real binary.

    python fuzz.py path/to/homeroom [--seconds 90] [--seed 1] [--forbid STATUS]

There is no list of routes to keep: each role walks the demo as a person does, and what it finds (links, queries,
forms) becomes an OpenAPI document in memory, which schemathesis then tries. A finding is a 5xx (a 503 that says when
to come back is none), a missing security header, a trace of a panic, an answer after a minute, or an error in the
server's log. The seed decides what is sent; how much of it, the clock decides, and the demo's people have new ids each
time. So a finding is printed as the request itself.
"""
import argparse
import collections
import datetime
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import zlib

# Before the import. Its table of characters takes seconds to make, so it stays with the packages; no cases are kept.
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = os.path.join(sys.prefix, "hypothesis")

import schemathesis  # noqa: E402
from schemathesis.engine import Status, events, from_schema  # noqa: E402

from people import NEVER, PASSWORD, PATIENCE, Server, is_page, roles_of  # noqa: E402

# Ends the session, or takes pages away from the roles that follow: when everybody else is done.
LAST = re.compile(r"/(password|modules|sessions/\S+|second-factor\S*|account/links\S*|agreement)$")
HEADERS = ("content-security-policy", "x-content-type-options")
TRACES = re.compile(rb"panicked|stack backtrace|RUST_BACKTRACE|\.rs:\d+")
PLAUSIBLE = {
    "date": ["2026-11-22", "2026-02-30", "0000-01-01", "9999-12-31", "-2026-01-01"],
    "time": ["08:30", "24:00", "23:59:60"],
    "datetime-local": ["2026-11-22T08:30", "9999-12-31T23:59"],
    "number": ["0", "-1", "1e9", "9223372036854775808", "0,5"],
    "email": ["eva@example.org", "a@b", "eva@example.org\r\nBcc: x@example.org"],
    "tel": ["+31612345678", "+", "0" * 40],
}
STRANGE = ["", " ", "0", "-1", "Ada", "1234 AB", "\0", "<b>\"'&", "%00%ff", "\u202e\u0301\U0001f469\u200d\U0001f680", "a" * 5000,
           "00000000-0000-0000-0000-000000000000", "99999999999999999999", "2026-13-45", "x\r\ny: z", "../../etc/passwd", "{}",
           '{"id":"","rawId":"AA","type":"public-key","response":{}}']
# What a field is called says what passes its check.
NAMED = {"postcode": "411001", "house_number": "12", "country": "IN", "nationality": "IN", "code": "123456", "infix": "",
         "slug": "a-school", "password": PASSWORD}
ROSTER = "Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;Klas\n1001;Noor;Berg;12-03-2016;4A\n"
FILES = [ROSTER, "", "\0\u00ff", "PK\x03\x04broken", "a;b\n" * 2000, "\ufeff\"unclosed", "number,name\n1,=cmd()\n"]


FINDINGS = {}
FORBIDDEN = None
NOW = None  # the role whose requests are on their way


def judge(role, label, request, status, headers, body, seconds, after=""):
    """Notes what is wrong with an answer, and of several such requests the shortest; the faults in words."""
    faults = [f"no {name}" for name in HEADERS if status and name not in headers]
    if status >= 500 and not (status == 503 and "retry-after" in headers) or status == FORBIDDEN:
        faults.append(f"status {status}")
    if TRACES.search(body):
        faults.append("a trace of the program in the body")
    if seconds >= PATIENCE or status == 0:
        faults.append(f"no answer, or not within {PATIENCE:.0f} s")
    sent = request.body or b""
    sent = sent.decode("utf-8", "backslashreplace") if isinstance(sent, bytes) else sent
    for fault in faults:
        size = len(request.url) + len(sent) + len(after)
        if (label, fault) not in FINDINGS or size < FINDINGS[label, fault]["size"]:
            FINDINGS[label, fault] = {"size": size, "role": role.name, "request": f"{request.method} {request.url}", "status": status, "body": sent,
                                      "type": request.headers.get("content-type", ""), "after": after, "log": role.server.errors()[-3:]}
    return faults


@schemathesis.check
def answers_well(_context, response, case):
    """Judges the answer, and the page that it leads to: what was just stored must be readable."""
    headers = {name: values[0] for name, values in response.headers.items()}
    request = response.request
    faults = judge(NOW, case.operation.label, request, response.status_code, headers, response.content, response.elapsed)
    path = NOW.local("/", headers.get("location", "")) if response.status_code == 303 else None
    if path and path.split("?")[0].endswith("/sign-in"):
        NOW.sign_in()
    elif path and not NEVER.search(path):
        before, after = len(FINDINGS), f"{request.method} {request.url} {request.body!r}"
        if NOW.is_new("GET", path):
            NOW.visit(path, after)  # a page that only now exists, with forms of its own: for the second round
        else:
            NOW.get(path, after)
        faults += ["the page after it"] * (len(FINDINGS) > before)
    elif response.status_code == 200 and case.method == "POST" and is_page(headers) and NOW.is_new("POST", request.path_url):
        NOW.read(request.path_url, response.content.decode(errors="replace"))
    assert not faults, ", ".join(faults)


@schemathesis.hook
def before_call(_context, case, kwargs):
    """Sends the role's own cookie, whatever earlier answers set."""
    case.headers["Cookie"] = NOW.cookie
    kwargs["allow_redirects"] = False


@schemathesis.hook
def after_call(_context, _case, response):
    NOW.statuses[response.status_code] += 1


def chance(value):
    """Chance that depends on what was generated, so that a case stays the same when it is tried again."""
    return random.Random(zlib.crc32(repr(value).encode("utf-8", "surrogatepass")))


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Two of three paths lead somewhere: ids that belong together."""
    known = context.operation.definition.raw["x-ids"]
    dice = chance(path_parameters)
    if known and isinstance(path_parameters, dict) and dice.random() < 0.67:
        return {**path_parameters, **{f"id{n}": value for n, value in enumerate(dice.choice(known), 1)}}
    return path_parameters


@schemathesis.hook
def map_body(context, body):
    """Two of three bodies are the form as it stands with one or two fields changed: behind the first check is more code."""
    usual = context.operation.definition.raw["x-usual"]
    dice = chance(body)
    if not isinstance(body, dict) or not usual or dice.random() < 0.33:
        return body
    files = {name: dice.choice(FILES) for name in context.operation.definition.raw["x-files"] if dice.random() < 0.7}
    strange = dice.sample(sorted(body, key=str), min(len(body), dice.choice([0, 1, 1, 2])))
    return {**usual, **{name: body[name] for name in strange}, **files}


def field_schema(name, field):
    """What is offered, what is plausible, what is strange, and anything at all."""
    if field.kind == "file":
        return {"type": "string", "format": "binary"}
    some = list(dict.fromkeys([field.default, *field.options]))[:8]
    known = PLAUSIBLE.get(field.kind, []) + STRANGE
    return {"type": "string", "anyOf": [{"enum": some}, {"enum": known}, {"maxLength": 300}], "example": usual_value(name, field)}


def usual_value(name, field, n=0):
    """What a person would send; of several days each later than the one before."""
    if field.kind == "file":
        return ROSTER
    if field.kind in ("date", "datetime-local") and not field.default:
        day = datetime.date.today() + datetime.timedelta(1 + n)
        return f"{day}T08:30" if field.kind == "datetime-local" else f"{day}"
    offered = [value for value in field.options if value]
    named = [value for part, value in NAMED.items() if part in name]
    return field.default or (offered or PLAUSIBLE.get(field.kind) or named or ["Ada"])[0]


def document(operations):
    """The OpenAPI document of these operations."""
    paths = {}
    for operation in operations:
        ids = {f"id{n}": [found[n - 1] for found in operation.ids] for n in range(1, operation.template.count("{") + 1)}
        parts = [{"format": "uuid"}, {"minLength": 1, "maxLength": 60}]
        parameters = [{"in": "path", "name": name, "required": True, "example": some[0], "schema": {"type": "string", "anyOf": [{"enum": some}, *parts]}}
                      for name, some in ids.items()]
        parameters += [{"in": "query", "name": name, "schema": field_schema(name, field)} for name, field in operation.query.items()]
        usual = {name: usual_value(name, field, n) for n, (name, field) in enumerate(operation.fields.items())}
        described = {"parameters": parameters, "responses": {"default": {"description": "any"}}, "x-ids": operation.ids, "x-usual": usual,
                     "x-files": [name for name, field in operation.fields.items() if field.kind == "file"]}
        if operation.method != "GET":
            body = {"type": "object", "properties": {name: field_schema(name, field) for name, field in operation.fields.items()}}
            kinds = ["multipart/form-data"] if operation.is_multipart else ["application/x-www-form-urlencoded"]
            described["requestBody"] = {"content": {kind: {"schema": body, "example": usual} for kind in kinds}}
        paths.setdefault(operation.template, {})[operation.method.lower()] = described
    return {"openapi": "3.1.0", "info": {"title": "pages and forms", "version": "0"}, "paths": paths}


def try_out(role, operations, seconds, seed, is_brief=False):
    """Has schemathesis try the operations for a while, each for an equal share of it; what it could not do, in words."""
    global NOW
    NOW = role
    phases = {name: {"operation-ordering": "none"} for name in ("examples", "coverage", "fuzzing")} | {"stateful": {"enabled": False}}
    phases["examples"]["fill-missing"] = True
    if is_brief:
        phases["coverage"]["enabled"] = phases["fuzzing"]["enabled"] = False
    config = schemathesis.Config.from_dict({
        "seed": seed, "base-url": role.server.url, "request-timeout": PATIENCE, "suppress-health-check": ["all"], "workers": 1,
        "generation": {"database": "none", "max-examples": 20}, "phases": phases, "cache": {"enabled": False},
        "checks": {"not_a_server_error": {"expected-statuses": ["2xx", "3xx", "4xx", "503"]}},
    })
    schema = schemathesis.openapi.from_dict(document(operations), config=config)
    schema.config.max_time = seconds
    schema.config.checks.update(included_check_names=["not_a_server_error", "answers_well"])
    troubles = []
    for event in from_schema(schema).execute():
        if isinstance(event, events.NonFatalError):
            troubles.append(f"{event.label}: {event.info.title}: {event.info.message}"[:400])
        elif isinstance(event, events.ScenarioFinished) and event.status in (Status.FAILURE, Status.ERROR):
            troubles.append(f"{event.label}: {event.phase.value}: {event.status.value}")
    return list(dict.fromkeys(troubles))


def plan(roles, tried, is_last):
    """Who tries what, and how much of the time it is worth: most where nobody has been, least where it is not theirs."""
    turns, by_anybody = [], set()
    for role in roles:
        groups = collections.defaultdict(list)
        foreign = {o.label(): o for other in roles if other.server is role.server for o in other.operations.values()}
        for label, operation in {**foreign, **{o.label(): o for o in role.operations.values()}}.items():
            is_late = operation.method != "GET" and LAST.search(operation.template)
            is_own = (operation.method, operation.template) in role.operations
            if (role.name, label) in tried or is_late and not (is_last and is_own):
                continue
            tried.add((role.name, label))
            groups["last" if is_late else "foreign" if not is_own else "known" if label in by_anybody else "new"].append(operation)
        by_anybody |= {operation.label() for operation in groups["new"]}
        weights = {"new": 10, "known": 2, "foreign": 1, "last": 3}
        turns += [(name == "last", len(groups[name]) * weight, role, name, groups[name]) for name, weight in weights.items() if groups[name]]
    return sorted(turns, key=lambda turn: turn[0])


def main():
    global FORBIDDEN
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--seconds", type=float, default=90)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forbid", type=int, metavar="STATUS", help="count this status as a fault: shows that the test can fail")
    options = parser.parse_args()
    FORBIDDEN = options.forbid
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # through the end of the block below: no server stays behind
    end = time.monotonic() + options.seconds
    scratch, servers, troubles = tempfile.mkdtemp(prefix="homeroom-fuzz-"), [], []
    try:
        servers.append(Server(options.binary, "demo", "school", "--students", "30"))
        servers.append(Server(options.binary, "serve", "--data", os.path.join(scratch, "data")))
        roles, tried = roles_of(*servers, judge), set()
        for most, part in [(90, 0.7), (30, 1.0)]:  # what the first round made has pages and forms for the second
            until = end - options.seconds * (1 - part)
            begun = time.monotonic()
            for n, role in enumerate(roles, 1):  # walking may take a third of it
                role.crawl(most, begun + (until - begun) / 3 * n / len(roles))
            turns = plan(roles, tried, is_last=part == 1.0)
            for n, (_, weight, role, name, some) in enumerate(turns):
                share = max((until - time.monotonic()) * weight / sum(turn[1] for turn in turns[n:]), 0.3)
                before, begun = sum(role.statuses.values()), time.monotonic()
                troubles += [f"{role.name}: {trouble}" for trouble in try_out(role, some, share, options.seed, name in ("known", "foreign"))]
                print(f"{role.name:14} {name:8} {len(some):4} operations {sum(role.statuses.values()) - before:6} requests "
                      f"{time.monotonic() - begun:6.1f} s", flush=True)
        for server in servers:
            for line in server.errors():
                FINDINGS[line, "logged as an error"] = None
    except OSError as silence:  # what requests raises is one
        print(f"FINDING a server answers no more: {silence}", *[line for server in servers for line in server.errors()], sep="\n  ")
        return 1
    finally:
        for server in servers:
            server.stop()
        shutil.rmtree(scratch, ignore_errors=True)
    return report(roles, troubles, options)


def report(roles, troubles, options):
    """Says what was asked and answered, and every finding as the request that shows it; the exit code."""
    print(f"\n{'role':14} operations requests    2xx    3xx    4xx    429    5xx entries")
    total = 0
    for role in roles:
        by = collections.Counter(f"{status // 100}xx" for status in role.statuses.elements())
        total += sum(role.statuses.values()) - role.statuses[429]
        print(f"{role.name:14} {len(role.operations):10} {sum(role.statuses.values()):8} {by['2xx']:6} {by['3xx']:6} "
              f"{by['4xx'] - role.statuses[429]:6} {role.statuses[429]:6} {by['5xx']:6} {role.entries:7}")
    for (label, fault), found in FINDINGS.items():
        if found is None:
            print(f"FINDING {fault}: {label[:800]}")
            continue
        print(f"\nFINDING {label}: {fault} (as {found['role']}, status {found['status']})")
        print(f"  {found['request']}\n  {found['type']}\n  {found['body'][:1500]!r}")
        print("".join(f"  {line[:800]}\n" for line in [found["after"] and f"after {found['after']}", *found["log"]] if line))
    if not FINDINGS:
        print("".join(f"TROUBLE {trouble}\n" for trouble in troubles))
    is_good = not FINDINGS and not troubles and total > 0
    print(f"seed {options.seed}: {total} requests answered, {len(FINDINGS)} findings, {len(troubles)} troubles")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())

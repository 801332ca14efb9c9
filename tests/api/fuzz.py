"""Looks for server errors: every page and form of every role, sent as people never would, to the real binary.

    python fuzz.py path/to/homeroom [--seconds 90] [--seed 1] [--forbid STATUS]

There is no list of routes to keep: each role walks the demo as a person does, and what it finds (links, queries,
forms) becomes an OpenAPI document in memory, which schemathesis then tries. A finding is a 5xx (a 503 that says when
to come back is none), a missing security header, a trace of a panic, or an answer after ten seconds. The seed decides
what is sent; how much of it, the clock decides, and the demo's people have new ids each time. So a finding is printed
as the request itself.
"""
import argparse
import base64
import collections
import dataclasses
import datetime
import hashlib
import hmac
import html.parser
import json
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse
import zlib

SCRATCH = tempfile.mkdtemp(prefix="homeroom-fuzz-")
# Before the import. Its table of characters takes seconds to make, so it stays with the packages; no cases are kept.
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = os.path.join(sys.prefix, "hypothesis")

import requests  # noqa: E402
import schemathesis  # noqa: E402
from schemathesis.engine import Status, events, from_schema  # noqa: E402

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NEVER = re.compile(r"/sign-out$|/demo/enter/|^/a/|^/operator/support/.*/leave$")
# Ends the session, or takes pages away from the roles that follow: when everybody else is done.
LAST = re.compile(r"/(password|modules|sessions/\S+|second-factor\S*|account/links\S*|agreement)$")
HEADERS = ("content-security-policy", "x-content-type-options")
TRACES = re.compile(rb"panicked|stack backtrace|RUST_BACKTRACE|\.rs:\d+")
PATIENCE = 10.0
PLAUSIBLE = {
    "date": ["2026-11-22", "2026-02-30", "0000-01-01", "9999-12-31", "-2026-01-01"],
    "time": ["08:30", "24:00", "23:59:60"],
    "datetime-local": ["2026-11-22T08:30", "9999-12-31T23:59"],
    "number": ["0", "-1", "1e9", "9223372036854775808", "0,5"],
    "email": ["eva@example.org", "a@b", "eva@example.org\r\nBcc: x@example.org"],
    "tel": ["+31612345678", "+", "0" * 40],
}
STRANGE = ["", " ", "0", "-1", "Ada", "1234 AB", "\0", "<b>\"'&", "%00%ff", "\u202e\u0301\U0001f469\u200d\U0001f680", "a" * 5000,
           "00000000-0000-0000-0000-000000000000", "99999999999999999999", "2026-13-45", "x\r\ny: z", "../../etc/passwd", "{}", '{"id":"","rawId":"AA","type":"public-key","response":{}}']
# What a field is called says what passes its check.
NAMED = {"postcode": "411001", "house_number": "12", "country": "IN", "nationality": "IN", "code": "123456", "addition": "", "infix": "", "kind": ""}
ROSTER = "Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;Klas\n1001;Noor;Berg;12-03-2016;4A\n"
FILES = [ROSTER, "", "\0\u00ff", "PK\x03\x04broken", "a;b\n" * 2000, "\ufeff\"unclosed", "number,name\n1,=cmd()\n"]


@dataclasses.dataclass
class Field:
    """A field of a form: what a browser would send if nobody touched it, and what it offers."""
    kind: str = "text"
    default: str = ""
    options: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Operation:
    """A link or a form, with ids in its path left open."""
    method: str
    template: str
    ids: list
    query: dict
    fields: dict
    is_multipart: bool = False

    def label(self):
        return f"{self.method} {self.template}"


class Page(html.parser.HTMLParser):
    """The links and forms of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.forms, self.code = [], [], ""
        self.form = self.select = None
        self.is_code = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        at = {name: value or "" for name, value in attributes}
        self.is_code = "code" in at.get("class", "").split()
        self.links += [at[name] for name in ("href", "src") if name in at and tag != "use"]
        if "data-begin" in at:
            self.forms.append({"method": "post", "action": at["data-begin"], "enctype": "", "fields": {}})
        if tag == "form":
            self.form = {"method": at.get("method", "get"), "action": at.get("action", ""), "enctype": at.get("enctype", ""), "fields": {}}
            self.forms.append(self.form)
        elif tag in ("input", "select", "textarea", "button") and self.form is not None and at.get("name"):
            field = self.form["fields"].setdefault(at["name"], Field(at.get("type", "text") if tag == "input" else tag))
            self.select = field if tag == "select" else self.select
            value = at.get("value", "on" if field.kind in ("checkbox", "radio") else "")
            if field.kind in ("checkbox", "radio", "button", "hidden"):
                field.options.append(value)
            if field.kind not in ("checkbox", "radio") or "checked" in at:
                field.default = value
        elif tag == "option" and self.select is not None:
            self.select.options.append(at.get("value", ""))
            if "selected" in at or len(self.select.options) == 1:
                self.select.default = at.get("value", "")

    def handle_endtag(self, tag):
        self.is_code = False
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = None

    def handle_data(self, text):
        self.code += text.strip() if self.is_code and not self.code else ""


class Server:
    """The binary, until the end of the block; what it logs stays readable."""

    def __init__(self, *command):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([*command, "--json", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        if not line:
            self.stop()
            self.log.seek(0)
            sys.exit(f"the server ended before it began: {self.log.read()}")
        self.said = json.loads(line)
        self.url = self.said["url"].replace("localhost", "127.0.0.1")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def causes(self, count=3):
        """The last lines of the log that tell of a failure."""
        self.log.seek(0)
        return [line.rstrip() for line in self.log if re.search("page failed|panicked|ERROR", line)][-count:]


class Role:
    """Somebody with a browser: their cookie, what they found, what they were answered."""

    def __init__(self, server, name, starts, enter=None):
        self.server, self.name, self.starts, self.enter = server, name, starts, enter
        self.operations, self.statuses, self.entries = {}, collections.Counter(), 0
        self.cookie = "none=1"
        self.sign_in()

    def sign_in(self):
        if self.enter:
            self.cookie = "; ".join(f"{c.name}={c.value}" for c in self.enter().cookies)
            self.entries += 1

    def get(self, path):
        answer = PLAIN.get(self.server.url + path, headers={"Cookie": self.cookie}, allow_redirects=False, timeout=PATIENCE, stream=True)
        PLAIN.cookies.clear()
        if not answer.headers.get("content-type", "").startswith("text/event-stream"):
            answer.content  # a stream never ends: its head has to do
        judge(self, f"GET {path}", answer.request, answer.status_code, answer.headers, answer._content or b"", answer.elapsed.total_seconds())
        return answer

    def local(self, here, link):
        """The path and query of a link on this site, or nothing."""
        whole = urllib.parse.urljoin(self.server.url + here, link)
        parts = urllib.parse.urlsplit(whole.replace(self.said_url(), self.server.url))
        own = f"{parts.scheme}://{parts.netloc}" == self.server.url
        return urllib.parse.urlunsplit(("", "", parts.path, parts.query, "")) if own else None

    def said_url(self):
        return self.server.said["url"]

    def note(self, method, path, fields=None, is_multipart=False):
        """Adds a link or form to the operations; ids and values that are new join the old ones."""
        parts = urllib.parse.urlsplit(path)
        if NEVER.search(parts.path):
            return None
        numbers = iter(range(1, 9))
        template = UUID.sub(lambda _: f"{{id{next(numbers)}}}", parts.path)
        known = self.operations.setdefault((method, template), Operation(method, template, [], {}, {}))
        ids = UUID.findall(parts.path)
        if ids and ids not in known.ids and len(known.ids) < 12:
            known.ids.append(ids)
        for name, value in urllib.parse.parse_qsl(parts.query, keep_blank_values=True):
            known.query.setdefault(name, Field()).options.append(value)
        known.is_multipart |= is_multipart
        into = known.query if method == "GET" else known.fields
        for name, field in (fields or {}).items():
            old = into.setdefault(name, field)
            old.options = list(dict.fromkeys(old.options + field.options))
        return known

    def crawl(self, most):
        """Walks from page to page; of pages that differ by an id only, two."""
        queue, seen, counts = collections.deque(self.starts), set(self.starts), collections.Counter()
        while queue and sum(counts.values()) < most:
            path = queue.popleft()
            template = UUID.sub("{id}", path.split("?")[0])
            if counts[template] == 2:
                continue
            counts[template] += 1
            answer = self.get(path)
            self.note("GET", path)
            kind, links = answer.headers.get("content-type", ""), [answer.headers.get("location", "")]
            if kind.startswith("text/event-stream"):
                del self.operations["GET", self.note("GET", path).template]
            elif kind.startswith("text/html"):
                page = Page(answer.text)
                links += page.links
                for form in page.forms:
                    action = self.local(path, form["action"])
                    if action is not None:
                        self.note(form["method"].upper(), action, form["fields"], "multipart" in form["enctype"])
            answer.close()
            for link in filter(None, (self.local(path, link) for link in links if link)):
                if self.note("GET", link) and link not in seen:
                    seen.add(link)
                    queue.append(link)


PLAIN = requests.Session()
PLAIN.trust_env = False  # no proxy between here and here
FINDINGS = {}
FORBIDDEN = None
NOW = None  # the role whose requests are on their way


def judge(role, label, request, status, headers, body, seconds):
    """Notes what is wrong with an answer, and of several such requests the shortest; the faults in words."""
    faults = [f"no {name}" for name in HEADERS if name not in headers]
    if status >= 500 and not (status == 503 and "retry-after" in headers) or status == FORBIDDEN:
        faults.append(f"status {status}")
    if TRACES.search(body):
        faults.append("a trace of the program in the body")
    if seconds > PATIENCE:
        faults.append(f"answered after {PATIENCE:.0f} s")
    sent = request.body or b""
    sent = sent.decode("utf-8", "backslashreplace") if isinstance(sent, bytes) else sent
    for fault in faults:
        old = FINDINGS.get((label, fault))
        if old is None or len(request.url) + len(sent) < len(old["url"]) + len(old["body"]):
            FINDINGS[label, fault] = {"role": role.name, "method": request.method, "url": request.url, "body": sent, "status": status,
                                      "type": request.headers.get("content-type", ""), "log": role.server.causes()}
    return faults


@schemathesis.check
def answers_well(_context, response, case):
    """Judges the answer, and the page that it leads to: what was just stored must be readable."""
    headers = {name: values[0] for name, values in response.headers.items()}
    label = case.operation.label
    faults = judge(NOW, label, response.request, response.status_code, headers, response.content, response.elapsed)
    path = NOW.local("/", headers.get("location", "")) if response.status_code == 303 else None
    if path and not NEVER.search(path) and not path.endswith("/sign-in"):
        before = len(FINDINGS)
        NOW.statuses[NOW.get(path).status_code] += 1
        faults += ["the page after it"] * (len(FINDINGS) > before)
    elif path and NOW.enter:
        NOW.sign_in()
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
    strange = dice.sample(sorted(body, key=str), min(len(body), dice.choice([0, 1, 1, 2])))
    return {**usual, **{name: body[name] for name in strange}}


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
        parameters = [{"in": "path", "name": name, "required": True, "example": some[0],
                       "schema": {"type": "string", "anyOf": [{"enum": some}, {"format": "uuid"}, {"minLength": 1, "maxLength": 60}]}} for name, some in ids.items()]
        parameters += [{"in": "query", "name": name, "schema": field_schema(name, field)} for name, field in operation.query.items()]
        usual = {name: usual_value(name, field, n) for n, (name, field) in enumerate(operation.fields.items())}
        described = {"parameters": parameters, "responses": {"default": {"description": "any"}}, "x-ids": operation.ids, "x-usual": usual}
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
    phases = {"stateful": {"enabled": False}, "coverage": {"enabled": not is_brief}, "examples": {"fill-missing": True}}
    if is_brief:
        phases["fuzzing"] = {"enabled": False}
    config = schemathesis.Config.from_dict({
        "seed": seed, "base-url": role.server.url, "request-timeout": PATIENCE, "suppress-health-check": ["all"], "workers": 1,
        "generation": {"database": "none", "max-examples": 20}, "phases": phases, "cache": {"enabled": False},
        "checks": {"not_a_server_error": {"expected-statuses": ["2xx", "3xx", "4xx", "503"]}},
    })
    for name in phases:
        phases[name]["operation-ordering"] = "none"
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


def totp(secret):
    """The six digits of an authenticator app (RFC 6238)."""
    key = base64.b32decode(re.sub(r"\s", "", secret).upper() + "=" * (-len(re.sub(r"\s", "", secret)) % 8))
    hashed = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    return f"{(struct.unpack_from('>I', hashed, hashed[-1] & 15)[0] & 0x7FFFFFFF) % 1_000_000:06}"


def make_operator(server):
    """The host of an installation, by its one-time link, with the second factor that operators need; their session."""
    browser = requests.Session()
    link = server.said["first_operator"].replace(server.said["url"], server.url)
    password = "a long horse stable"
    answer = browser.post(link, {"email": "host@example.org", "password": password, "terms": "on"}, timeout=PATIENCE)
    page = Page(answer.text)
    form = next(form for form in page.forms if "code" in form["fields"])
    fields = {name: field.default for name, field in form["fields"].items()} | {"code": totp(page.code)}
    browser.post(urllib.parse.urljoin(answer.url, form["action"]), fields, timeout=PATIENCE).raise_for_status()
    return browser


def roles_of(demo, house):
    """One of each role, those first who can change least; then the host of an installation."""
    school = demo.said["schools"][0]
    root = f"/s/{school['slug']}/"
    accounts = {account["role"]: account["enter"].replace(demo.said["url"], demo.url) for account in school["accounts"]}
    order = ["student", "guardian", "teacher", "dpo", "office", "administrator"]
    roles = [Role(demo, "visitor", ["/", "/demo", root, f"{root}sign-in", f"{root}invite", "/health", "/offline", "/operator/"])]
    for name in order + sorted(set(accounts) - set(order)):
        if name in accounts:
            enter = lambda link=accounts[name]: requests.get(link, allow_redirects=False, timeout=PATIENCE)  # noqa: E731
            roles.append(Role(demo, name, [root, f"{root}account", f"{root}settings"], enter))
    host = make_operator(house)
    roles.append(Role(house, "operator", ["/operator/", "/operator/account"]))
    roles[-1].cookie = "; ".join(f"{c.name}={c.value}" for c in host.cookies)
    return roles


def main():
    global FORBIDDEN
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--seconds", type=float, default=90)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forbid", type=int, metavar="STATUS", help="count this status as a fault: shows that the test can fail")
    options = parser.parse_args()
    FORBIDDEN = options.forbid
    end = time.monotonic() + options.seconds
    servers, troubles = [], []
    try:
        servers.append(Server(options.binary, "demo", "school", "--students", "30"))
        servers.append(Server(options.binary, "serve", "--data", os.path.join(SCRATCH, "data")))
        roles = roles_of(*servers)
        for role in roles:
            role.crawl(most=90)
        seen, turns = set(), []
        for role in roles:
            groups = {"new": [], "known": [], "last": []}
            for operation in role.operations.values():
                late = operation.method != "GET" and LAST.search(operation.template)
                groups["last" if late else "known" if operation.label() in seen else "new"].append(operation)
                seen.add(operation.label())
            foreign = [o for other in roles if other.server is role.server for o in other.operations.values() if (o.method, o.template) not in role.operations]
            groups["foreign"] = list({o.label(): o for o in foreign if not LAST.search(o.template)}.values())
            turns += [(name == "last", role, name, some) for name, some in groups.items() if some]
        turns.sort(key=lambda turn: turn[0])
        weights = [len(some) * {"new": 10, "last": 3, "known": 2, "foreign": 1}[name] for _, _, name, some in turns]
        for n, (_, role, name, some) in enumerate(turns):
            share = (end - time.monotonic()) * weights[n] / sum(weights[n:])
            before, begun = sum(role.statuses.values()), time.monotonic()
            troubles += [f"{role.name}: {trouble}" for trouble in try_out(role, some, max(share, 1), options.seed, name in ("known", "foreign"))]
            print(f"{role.name:14} {name:8} {len(some):4} operations {sum(role.statuses.values()) - before:6} requests "
                  f"{time.monotonic() - begun:6.1f} s", flush=True)
        for role in roles:  # what was stored must not break a page
            role.crawl(most=30)
    finally:
        for server in servers:
            server.stop()
        shutil.rmtree(SCRATCH, ignore_errors=True)
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
        print(f"\nFINDING {label}: {fault} (as {found['role']}, status {found['status']})")
        print(f"  {found['method']} {found['url']}\n  {found['type']}\n  {found['body'][:1500]!r}")
        print("".join(f"  log: {line[:600]}\n" for line in found["log"]))
    if not FINDINGS:
        print("".join(f"TROUBLE {trouble}\n" for trouble in troubles))
    is_good = not FINDINGS and not troubles and total > 0
    print(f"seed {options.seed}: {total} requests answered, {len(FINDINGS)} findings, {len(troubles)} troubles")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())

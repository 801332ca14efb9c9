"""Who uses the demo: the binary as it runs, a browser for each role, and what a person finds by following links.

Only what a page shows is known here: links, forms, fields. So a new page is walked without a line being added.
"""
import base64
import collections
import dataclasses
import hashlib
import hmac
import html.parser
import json
import re
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse

import requests

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Ends the session, becomes somebody else, or is no page.
NEVER = re.compile(r"/sign-out$|/demo/enter/|^/a/")
PATIENCE = 60.0
PASSWORD = "a long horse stable"  # the operator's; the demo's people have none
PLAIN = requests.Session()
PLAIN.trust_env = False  # no proxy between here and here


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

    def errors(self):
        """What it logged as an error, each once and without its moment."""
        self.log.seek(0)
        lines = [line.strip() for line in self.log if '"ERROR"' in line or "panicked" in line]
        return list(dict.fromkeys(re.sub(r'"timestamp":"[^"]*",|"reference":"[^"]*",', "", line) for line in lines))


class Role:
    """Somebody with a browser: their cookie, what they found, what they were answered."""

    def __init__(self, server, name, starts, judge, enter=None):
        self.server, self.name, self.starts, self.judge, self.enter = server, name, starts, judge, enter
        self.operations, self.read_already = {}, set()
        self.statuses, self.entries = collections.Counter(), 0
        self.cookie = "none=1"  # so that no cookie of an earlier answer is sent

    def sign_in(self):
        """Comes in by the demo's door, at first and when a form has ended the session."""
        if self.enter:
            answer = PLAIN.get(self.enter, allow_redirects=False, timeout=PATIENCE)
            self.cookie = cookies(answer)
            self.entries += 1

    def get(self, path, after=""):
        """The answer to a path, judged; nothing if none came. A redirect is not followed."""
        begun, label = time.monotonic(), f"GET {UUID.sub('{id}', path.split('?')[0])}"
        PLAIN.cookies.clear()
        try:
            answer = PLAIN.get(self.server.url + path, headers={"Cookie": self.cookie}, allow_redirects=False, timeout=PATIENCE, stream=True)
            if not is_stream(answer):
                answer.content  # a stream never ends: its head has to do
        except requests.RequestException as silence:
            self.judge(self, label, requests.Request("GET", self.server.url + path).prepare(), 0, {}, repr(silence).encode(), PATIENCE, after)
            return None
        self.statuses[answer.status_code] += 1
        body = b"" if is_stream(answer) else answer.content
        self.judge(self, label, answer.request, answer.status_code, answer.headers, body, time.monotonic() - begun, after)
        return answer

    def local(self, here, link):
        """The path and query of a link on this site, or nothing."""
        whole = urllib.parse.urljoin(self.server.url + here, link).replace(self.server.said["url"], self.server.url)
        parts = urllib.parse.urlsplit(whole)
        is_own = f"{parts.scheme}://{parts.netloc}" == self.server.url
        return urllib.parse.urlunsplit(("", "", parts.path, parts.query, "")) if is_own else None

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

    def is_new(self, method, path):
        """Whether no page of this kind has been read, and from now on it has."""
        template = UUID.sub("{id}", path.split("?")[0])
        known = (method, template) in self.read_already
        self.read_already.add((method, template))
        return not known

    def read(self, path, text):
        """Notes the forms of a page; its links."""
        page = Page(text)
        for form in page.forms:
            action = self.local(path, form["action"])
            if action is not None:
                self.note(form["method"].upper(), action, form["fields"], "multipart" in form["enctype"])
        return [local for local in (self.local(path, link) for link in page.links if link) if local and self.note("GET", local)]

    def visit(self, path, after=""):
        """Gets a page and reads it if it is one; where it leads."""
        answer = self.get(path, after)
        if answer is None or is_stream(answer):
            self.operations.pop(("GET", UUID.sub("{id1}", path)), None)
            return []
        self.note("GET", path)
        onwards = self.local(path, answer.headers.get("location", "")) if "location" in answer.headers else None
        return ([onwards] if onwards else []) + (self.read(path, answer.text) if is_page(answer.headers) else [])

    def crawl(self, most, until):
        """Walks from page to page; of pages that differ by an id only, two."""
        self.sign_in()
        queue, seen, counts = collections.deque(self.starts), set(self.starts), collections.Counter()
        while queue and sum(counts.values()) < most and time.monotonic() < until:
            path = queue.popleft()
            template = UUID.sub("{id}", path.split("?")[0])
            if counts[template] == 2:
                continue
            counts[template] += 1
            for link in self.visit(path):
                if link not in seen and self.note("GET", link):
                    seen.add(link)
                    queue.append(link)


def is_page(headers):
    return headers.get("content-type", "").startswith("text/html")


def is_stream(answer):
    return answer.headers.get("content-type", "").startswith("text/event-stream")


def cookies(answer):
    """The cookies of an answer or a browser, as a header has them."""
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in answer.cookies)


def totp(secret):
    """The six digits of an authenticator app (RFC 6238)."""
    key = base64.b32decode(re.sub(r"\s", "", secret).upper() + "=" * (-len(re.sub(r"\s", "", secret)) % 8))
    hashed = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    return f"{(struct.unpack_from('>I', hashed, hashed[-1] & 15)[0] & 0x7FFFFFFF) % 1_000_000:06}"


def make_operator(server):
    """The host of an installation, by its one-time link, with the second factor that operators need; their browser."""
    browser = requests.Session()
    link = server.said["first_operator"].replace(server.said["url"], server.url)
    answer = browser.post(link, {"email": "host@example.org", "password": PASSWORD, "terms": "on"}, timeout=PATIENCE)
    page = Page(answer.text)
    form = next(form for form in page.forms if "code" in form["fields"])
    fields = {name: field.default for name, field in form["fields"].items()} | {"code": totp(page.code)}
    browser.post(urllib.parse.urljoin(answer.url, form["action"]), fields, timeout=PATIENCE).raise_for_status()
    return browser


def roles_of(demo, house, judge):
    """One of each role, those first who can change least; then the host of an installation."""
    school = demo.said["schools"][0]
    root = f"/s/{school['slug']}/"
    doors = {account["role"]: account["enter"].replace(demo.said["url"], demo.url) for account in school["accounts"]}
    order = ["student", "guardian", "teacher", "dpo", "office", "administrator"]
    roles = [Role(demo, "visitor", ["/", "/demo", root, f"{root}sign-in", f"{root}invite", "/health", "/offline", "/operator/"], judge)]
    for name in order + sorted(set(doors) - set(order)):
        if name in doors:
            roles.append(Role(demo, name, [root, f"{root}account", f"{root}settings"], judge, doors[name]))
    roles.append(Role(house, "operator", ["/operator/", "/operator/account"], judge))
    roles[-1].cookie = cookies(make_operator(house))
    return roles

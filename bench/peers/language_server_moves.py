"""Moves modules of a checkout as an editor does: asks a language server what the renaming of the
files asks for (`workspace/willRenameFiles`), writes its edits, and renames the files.

usage: python language_server_moves.py SERVER CHECKOUT SRC DST [SRC DST ...]

SERVER is the path of basedpyright-langserver. All renames are one request, as they are for a folder.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.parse


class Server:
    def __init__(self, command, checkout):
        self.folder = {"uri": pathlib.Path(checkout).resolve().as_uri(), "name": "checkout"}
        self.process = subprocess.Popen(
            [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=checkout
        )
        self.number = 0

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def receive(self):
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise SystemExit("the language server ended")
        return json.loads(self.process.stdout.read(length))

    def ask(self, method, params):
        self.number += 1
        self.send(id=self.number, method=method, params=params)
        while True:
            message = self.next()
            if "method" not in message and message.get("id") == self.number:
                if "error" in message:
                    raise SystemExit(f"{method}: {message['error']}")
                return message["result"]

    def next(self):
        message = self.receive()
        if "method" in message and "id" in message:
            self.send(id=message["id"], result=self.answer(message))
        return message

    def wait_for_sources(self):
        """Before it has found the files of the workspace, it answers that nothing is to be edited."""
        while True:
            message = self.next()
            if message.get("method") == "window/logMessage":
                if re.search(r"(\d+|No) source files?", message["params"]["message"]):
                    return

    def answer(self, message):
        if message["method"] == "workspace/configuration":
            analysis = {"diagnosticMode": "openFilesOnly"}
            known = {"python": {"analysis": analysis}, "basedpyright": {"analysis": analysis}}
            return [
                known.get(item.get("section", ""), analysis) for item in message["params"]["items"]
            ]
        if message["method"] == "workspace/workspaceFolders":
            return [self.folder]
        return None


def main(command, checkout, *paths):
    server = Server(command, checkout)
    files = {"willRename": True, "didRename": True, "dynamicRegistration": True}
    server.ask(
        "initialize",
        {
            "processId": os.getpid(),
            "rootUri": server.folder["uri"],
            "workspaceFolders": [server.folder],
            "capabilities": {
                "workspace": {
                    "configuration": True,
                    "workspaceFolders": True,
                    "fileOperations": files,
                    "workspaceEdit": {"documentChanges": True},
                }
            },
        },
    )
    server.send(method="initialized", params={})
    server.wait_for_sources()
    with open(os.path.join(checkout, paths[0]), encoding="utf-8") as file:
        text = file.read()
    opened = {"uri": uri(checkout, paths[0]), "languageId": "python", "version": 1, "text": text}
    server.send(method="textDocument/didOpen", params={"textDocument": opened})
    server.ask("textDocument/documentSymbol", {"textDocument": {"uri": opened["uri"]}})
    renames = [
        {"oldUri": uri(checkout, source), "newUri": uri(checkout, destination)}
        for source, destination in zip(paths[::2], paths[1::2])
    ]
    edit = server.ask("workspace/willRenameFiles", {"files": renames}) or {}
    changed = dict(edit.get("changes") or {})
    for change in edit.get("documentChanges") or []:
        if "textDocument" in change:
            changed.setdefault(change["textDocument"]["uri"], []).extend(change["edits"])
    for document, edits in changed.items():
        apply(document, edits)
    for source, destination in zip(paths[::2], paths[1::2]):
        target = os.path.join(checkout, destination)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.rename(os.path.join(checkout, source), target)
    print(f"{sum(bool(edits) for edits in changed.values())} files edited")
    server.ask("shutdown", None)
    server.send(method="exit")
    server.process.wait()


def uri(checkout, path):
    return (pathlib.Path(checkout).resolve() / path).as_uri()


def apply(document, edits):
    """Positions count UTF-16 units within lines; a byte that is no UTF-8 counts as one, and stays."""
    path = urllib.parse.unquote(urllib.parse.urlparse(document).path)
    with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
        text = file.read()
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)  # a form feed ends none
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def offset(position):
        line = lines[position["line"]] if position["line"] < len(lines) else ""
        units = line.encode("utf-16-le", "surrogatepass")[: 2 * position["character"]]
        return starts[position["line"]] + len(units.decode("utf-16-le", "surrogatepass"))

    ordered = sorted(edits, key=lambda e: offset(e["range"]["start"]), reverse=True)
    for edit in ordered:
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
        file.write(text)


if __name__ == "__main__":
    main(*sys.argv[1:])

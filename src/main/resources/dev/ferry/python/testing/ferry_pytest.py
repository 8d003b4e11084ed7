"""Writes what one pytest run found as JUnit XML, with the exact node ids.

Loaded by `-p ferry_pytest`. Reads its orders from the environment:

FERRY_RESULTS  directory that gets junit-PID.xml and foreign-PID.txt
FERRY_RUN      name of this run; stands in the XML, so that no other run's file is taken for it
FERRY_SLOT     directory in which every module of the repository must lie
FERRY_ROOTS    directories in which the repository's modules start, by os.pathsep
FERRY_CHECKOUT the user's checkout, which must not be imported from
FERRY_OUTSIDE  directories inside the checkout that are no part of the repository, by os.pathsep
FERRY_GONE     dotted names that must not exist any more, by comma

pytest's own --junitxml is left to the repository.
"""
import os
import re
import sys
import xml.etree.ElementTree as tree

import pytest

RESULTS = os.environ.get("FERRY_RESULTS", "")
LONGEST = 4000
MOST_FOREIGN = 50
_not_xml = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text):
    return _not_xml.sub("?", str(text))[:LONGEST]


class Result:
    def __init__(self, kind="passed", message="", seconds=0.0, line=0):
        self.kind = kind
        self.message = message
        self.seconds = seconds
        self.line = line


class Recorder:
    """Keeps the worst that was said of each test; written once, at the end."""

    # what a later phase says counts only where it is worse
    order = ["passed", "xpassed", "xfailed", "skipped", "failed", "error"]

    def __init__(self):
        self.results = {}
        self.exit = None

    def add(self, identity, kind, message="", seconds=0.0, line=0):
        known = self.results.get(identity)
        if known is None:
            self.results[identity] = Result(kind, message, seconds, line)
            return
        known.seconds += seconds
        if self.order.index(kind) > self.order.index(known.kind):
            known.kind, known.message = kind, message

    def write(self):
        kinds = [result.kind for result in self.results.values()]
        suite = tree.Element(
            "testsuite",
            name="pytest",
            tests=str(len(kinds)),
            failures=str(kinds.count("failed")),
            errors=str(kinds.count("error")),
            skipped=str(kinds.count("skipped") + kinds.count("xfailed")),
        )
        properties = tree.SubElement(suite, "properties")
        for name, value in (
            ("ferry.run", os.environ.get("FERRY_RUN", "")),
            ("ferry.exit", "" if self.exit is None else str(int(self.exit))),
        ):
            tree.SubElement(properties, "property", name=name, value=_clean(value))
        for identity, result in self.results.items():
            suite.append(self.case(identity, result))
        path = os.path.join(RESULTS, "junit-%d.xml" % os.getpid())
        with open(path + ".part", "wb") as file:
            file.write(tree.tostring(suite, encoding="utf-8"))
        os.replace(path + ".part", path)

    @staticmethod
    def case(identity, result):
        place, _, name = identity.rpartition("::")
        case = tree.Element(
            "testcase",
            classname=_clean(place.replace("/", ".")),
            name=_clean(name),
            file=_clean(identity.split("::")[0]),
            line=str(result.line),
            time="%.3f" % result.seconds,
        )
        properties = tree.SubElement(case, "properties")
        tree.SubElement(properties, "property", name="ferry.id", value=_clean(identity))
        last = _clean(result.message.strip().splitlines()[-1]) if result.message.strip() else ""
        if result.kind == "failed":
            tree.SubElement(case, "failure", message=last).text = _clean(result.message)
        elif result.kind == "error":
            tree.SubElement(case, "error", message=last).text = _clean(result.message)
        elif result.kind == "skipped":
            tree.SubElement(case, "skipped", message=last, type="pytest.skip")
        elif result.kind == "xfailed":
            tree.SubElement(case, "skipped", message=last, type="pytest.xfail")
        return case


# A test may start pytest itself, in this process or in a child: those runs are not this run.
_nested = "FERRY_NESTED" in os.environ and "PYTEST_XDIST_WORKER" not in os.environ
_claimed = []


def _line(report):
    location = getattr(report, "location", None)
    return (location[1] or 0) + 1 if location else 0


def _told(report):
    text = getattr(report, "longreprtext", "")
    crash = getattr(getattr(report, "longrepr", None), "reprcrash", None)
    first = crash.message.strip().splitlines()[:1] if crash is not None else []
    # the last line of all is what is shown: the first of an error says what, the rest explains
    return "\n".join([text] + first)


class Listener:
    """Hears what one pytest session says; workers of pytest-xdist leave the writing to theirs."""

    def __init__(self, recorder, worker):
        self.recorder = recorder
        self.worker = worker

    def pytest_runtest_logreport(self, report):
        seconds = getattr(report, "duration", 0.0)
        expected = hasattr(report, "wasxfail")
        if report.skipped:
            kind = "xfailed" if expected else "skipped"
        elif report.failed:
            kind = "failed" if report.when == "call" else "error"
        elif report.when == "call":
            kind = "xpassed" if expected else "passed"
        else:
            return  # a passed set-up says nothing yet
        message = "" if report.passed else _told(report)
        self.recorder.add(report.nodeid, kind, message, seconds, _line(report))

    def pytest_collectreport(self, report):
        identity = report.nodeid or "collection"
        if report.failed:
            self.recorder.add(identity, "error", _told(report) or "collection failed")
        elif report.skipped:
            self.recorder.add(identity, "skipped", _told(report))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, exitstatus):
        _tell_foreign()
        if not self.worker:
            self.recorder.exit = exitstatus
            self.recorder.write()


@pytest.hookimpl(hookwrapper=True)
def pytest_load_initial_conftests(early_config):
    outcome = yield
    failure = outcome.excinfo
    if failure and not _nested and not _claimed:
        path = getattr(failure[1], "path", None)
        where = os.path.relpath(str(path), os.getcwd()) if path else "conftest"
        cause = getattr(failure[1], "cause", None) or failure[1]
        cause = cause[1] if isinstance(cause, tuple) else cause
        recorder = Recorder()
        told = "%s: %s" % (type(cause).__name__, cause)
        recorder.add(where.replace(os.sep, "/"), "error", told)
        recorder.exit = 4
        recorder.write()


def pytest_configure(config):
    if _nested or _claimed or not RESULTS:
        return
    _claimed.append(config)
    os.environ["FERRY_NESTED"] = "1"
    config.pluginmanager.register(
        Listener(Recorder(), hasattr(config, "workerinput")), "ferry-listener"
    )


def _inside(path, directory):
    return path == directory or path.startswith(directory.rstrip(os.sep) + os.sep)


def _directories(variable):
    return [os.path.realpath(d) for d in os.environ.get(variable, "").split(os.pathsep) if d]


def _holds(roots, name):
    tail = name.replace(".", os.sep)
    return any(
        os.path.isfile(os.path.join(root, tail + ".py"))
        or os.path.isfile(os.path.join(root, tail, "__init__.py"))
        for root in roots
    )


def _tell_foreign():
    """Lists modules of the repository that were loaded from somewhere else than the slot."""
    slot = os.path.realpath(os.environ.get("FERRY_SLOT", os.getcwd()))
    checkout = _directories("FERRY_CHECKOUT")
    outside = _directories("FERRY_OUTSIDE")
    roots = _directories("FERRY_ROOTS")
    gone = set(os.environ.get("FERRY_GONE", "").split(","))
    language = os.path.dirname(os.path.realpath(os.__file__))
    foreign = []
    for name, module in sorted(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if not isinstance(file, str) or name == "__main__" or name == __name__:
            continue
        file = os.path.realpath(file)
        packaged = any(_inside(file, directory) for directory in outside)
        if _inside(file, slot) and not packaged:
            continue
        of_checkout = not packaged and any(_inside(file, directory) for directory in checkout)
        standard = _inside(file, language) and "site-packages" not in file
        if of_checkout or name in gone or (not standard and _holds(roots, name)):
            foreign.append("%s\t%s" % (name, file))
    if foreign:
        path = os.path.join(RESULTS, "foreign-%d.txt" % os.getpid())
        with open(path, "w", encoding="utf-8", errors="surrogateescape") as out:
            out.write("\n".join(foreign[:MOST_FOREIGN]) + "\n")

"""Git trees and what the imports in them refer to, by the rules of Python 3."""

import subprocess
import sys

from imports import Source

CODE = (".py", ".pyi")


class Repository:
    """A clone; blobs are parsed once each."""

    def __init__(self, directory):
        self.directory = directory
        self._sources = {}
        self._reader = None

    def git(self, *arguments, check=True, **options):
        done = subprocess.run(
            ["git", "-C", self.directory, *arguments], capture_output=True, **options
        )
        if check and done.returncode:
            raise SystemExit(f"git {' '.join(arguments)}: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode("utf-8", "surrogateescape")

    def blob(self, name):
        if self._reader is None:
            self._reader = subprocess.Popen(
                ["git", "-C", self.directory, "cat-file", "--batch"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        self._reader.stdin.write(name.encode() + b"\n")
        self._reader.stdin.flush()
        head = self._reader.stdout.readline().split()
        if len(head) < 3:
            return b""
        content = self._reader.stdout.read(int(head[2]))
        self._reader.stdout.read(1)
        return content

    def source(self, name):
        if name not in self._sources:
            self._sources[name] = Source(self.blob(name))
        return self._sources[name]

    def tree(self, commit):
        return Tree(self, commit)


class Tree:
    """The Python files of one commit, and how names resolve among them."""

    def __init__(self, repository, commit):
        self.repository = repository
        self.files = {}
        for entry in repository.git("ls-tree", "-r", "-z", commit).split("\0"):
            if entry:
                head, path = entry.split("\t", 1)
                mode, kind, name = head.split()
                if kind == "blob" and mode != "120000" and path.endswith(CODE):
                    self.files[path] = name
        self.directories = set()
        for path in self.files:
            while "/" in path:
                path = path.rpartition("/")[0]
                self.directories.add(path)
        self._roots = self._find_roots()

    def _find_roots(self):
        """The root of the repository, src and lib, then what lies around regular packages."""
        around = set()
        for path in self.files:
            directory, _, name = path.rpartition("/")
            if name == "__init__.py" and directory:
                while "/" in directory and self._is_package(directory.rpartition("/")[0]):
                    directory = directory.rpartition("/")[0]
                around.add(directory.rpartition("/")[0])
        first = [root for root in ("", "src", "lib") if root in around or root == ""]
        return first, sorted(around - set(first))

    def _is_package(self, directory):
        return f"{directory}/__init__.py" in self.files

    def source(self, path):
        return self.repository.source(self.files[path])

    def package_of(self, path):
        """The directory that relative imports of a file start from."""
        return path.rpartition("/")[0]

    def own_root(self, path):
        directory = self.package_of(path)
        while directory and self._is_package(directory):
            directory = directory.rpartition("/")[0]
        return directory

    def imports(self, path):
        """
        (item, what it refers to) for each import of a file: a module, a namespace, a name in a
        module, a name that is missing in a module, or nothing.
        """
        return [(item, self.resolve(path, item)) for item in self.source(path).items]

    def resolve(self, path, item):
        return self._resolve(path, (item.level, item.module, item.name))

    def place(self, path, item):
        """Where a relative import points, there or not; None for others and beyond the top."""
        directory = self.package_of(path)
        for _ in range(item.level - 1):
            if not directory:
                return None
            directory = directory.rpartition("/")[0]
        return (directory, item.module, item.name) if item.level else None

    def _resolve(self, path, spelled):
        level, module, name = spelled
        if level:
            directory = self.package_of(path)
            for _ in range(level - 1):
                if not directory:
                    return self._unknown(spelled)
                directory = directory.rpartition("/")[0]
            steps = module.split(".") if module else []
            found = self._walk(directory, steps)
            if found is None:
                return self._unknown(spelled)
            return self._name(found, name, spelled, path)
        for root in self._search_path(path, module):
            found = self._walk(root, module.split("."))
            if found is not None:
                return self._name(found, name, spelled, path)
        return self._unknown(spelled)

    def reached(self, path):
        """
        What a file uses of what it imports: for each import, by its target, what the attribute
        chains that begin with it lead to, down to where re-exported names are made. And the
        modules on the way, each with the chains that lead to it.
        """
        used, modules = {}, {}
        chains = self.source(path).chains
        for item, target in self.imports(path):
            ends = used.setdefault(target, set())
            whole = item.name is None and item.bound != item.module and "." in item.module
            start = self._resolve(path, (0, item.bound, None)) if whole else target
            own = tuple(item.module.split(".")) if whole else (item.bound,)
            for chain in chains:
                if chain[0] != item.bound:
                    continue
                at = start
                for i, step in enumerate(chain[1:], 2):
                    if at[0] not in ("module", "namespace"):
                        break
                    at = self._name(at, step, (0, ".".join(chain[: i - 1]), step))
                    if at[0] == "module":
                        modules.setdefault(at, set()).add(chain[:i])
                if chain[: len(own)] == own:
                    ends.add(self.definition(at))
            if not ends:
                ends.add(self.definition(target))
        return used, modules

    def _unknown(self, spelled):
        level, module, name = spelled
        return ("nothing", "." * level + module + ("" if name is None else "." + name))

    def _search_path(self, path, module):
        """
        Like sys.path: where the name stands, a package or module before a namespace. The directory
        around a file's outermost package is searched by scripts and tests only, so that what is
        there hides nothing that another root has whole. No directory hides the standard library.
        """
        first, others = self._roots
        own = self.own_root(path)
        top = module.split(".")[0]
        candidates = [own, *first]
        whole = [root for root in candidates if self._walk(root, module.split(".")) is not None]
        if own not in first and own not in whole:
            candidates = [*first, own]
            if whole:
                candidates.pop()
        found = {root: self._walk(root, [top]) for root in candidates}
        strong = [root for root in candidates if found[root] and found[root][0] == "module"]
        if strong and (strong[0] in first or top not in sys.stdlib_module_names):
            return strong[:1]
        if top in sys.stdlib_module_names:
            return []
        weak = [root for root in candidates if found[root]]
        if weak and not whole:  # a directory that lacks the rest gives way to a project's package
            others = [root for root in others if self._walk(root, module.split(".")) is not None]
            return others if len(others) == 1 else weak
        if weak:
            return weak
        elsewhere = [root for root in others if self._walk(root, [top]) is not None]
        return elsewhere if len(elsewhere) == 1 else []

    def _walk(self, directory, steps):
        """('module', file) or ('namespace', directory), or None."""
        at = directory
        for i, step in enumerate(steps):
            at = f"{at}/{step}" if at else step
            last = i == len(steps) - 1
            if self._is_package(at):
                continue
            if last and f"{at}.py" in self.files:
                return ("module", f"{at}.py")
            if last and f"{at}.pyi" in self.files:
                return ("module", f"{at}.pyi")
            if at not in self.directories:
                return None
        if self._is_package(at):
            return ("module", f"{at}/__init__.py")
        return ("namespace", at) if at in self.directories or not at else None

    def _name(self, found, name, spelled, importer=None):
        if name is None:
            return found
        kind, path = found
        if name == "*":
            return ("name", path, "*")
        directory = path if kind == "namespace" else path.rpartition("/")[0]
        package = kind == "namespace" or path.endswith("/__init__.py") or path == "__init__.py"
        submodule = self._walk(directory, [name]) if package else None
        if submodule is not None and submodule[0] == "module":
            own = path == importer  # a package that imports from itself has bound nothing else yet
            if kind == "namespace" or own or not self._rebinds(path, name, submodule):
                return submodule
        if kind == "namespace":
            return submodule if submodule is not None else self._unknown(spelled)
        source = self.source(path)
        stars = any(item.name == "*" for item in source.items)
        alone = source.bound.get(name, spelled) == spelled and not stars
        if path == importer and alone and not name.startswith("__"):
            return submodule if submodule is not None else ("missing", path, name)
        if name in source.bound or source.open or name.startswith("__"):
            return ("name", path, name)
        return submodule if submodule is not None else ("missing", path, name)

    def _rebinds(self, path, name, submodule):
        """Whether a package binds the name of its submodule to something else, which then counts."""
        bound = self.source(path).bound
        if name not in bound or path == submodule[1]:
            return False
        if bound[name] is None:
            return True
        level, module, last = bound[name]
        beside = level == 1 and not module or level == 0 and module in self.names(path)
        plain = last is None and module in self.names(submodule[1])
        return not (beside and last == name or plain)

    def definition(self, target, seen=frozenset()):
        """Follows re-exports to where a name is made."""
        if target[0] != "name" or target in seen or target[1] not in self.files:
            return target
        source = self.source(target[1])
        if target[2] not in source.bound:
            return self._by_star(source, target, seen)
        bound = source.bound[target[2]]
        if bound is None:
            return target
        return self.definition(self._resolve(target[1], bound), seen | {target})

    def _by_star(self, source, target, seen):
        """What `from module import *` brings, where the module is seen to have the name."""
        for item in source.items:
            if item.name == "*":
                found = self._resolve(target[1], item.spelled)
                if found[0] == "name" and target[2] in self.source(found[1]).bound:
                    return self.definition(("name", found[1], target[2]), seen | {target})
        return target

    def names(self, path):
        """The dotted names that a file may be imported by."""
        steps = path.removesuffix(".py").removesuffix("/__init__")
        for root in {self.own_root(path), *self._roots[0]}:
            if not root:
                yield steps.replace("/", ".")
            elif steps.startswith(root + "/"):
                yield steps[len(root) + 1 :].replace("/", ".")

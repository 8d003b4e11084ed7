"""Sorts the differences between ferry's imports and the people's into closed classes.

One rule stands before all of them: nothing that ferry did otherwise than the parent commit meant is
ever excused. What an import meant there is known without ferry: its target, with the moved files put
where they are now. Ferry's import is excused only where it has exactly that meaning, and an import of
the people's only where it has none of those meanings.
"""

import re

MISSED, POLICY, OUTSIDE, FERRY = "missed", "policy", "outside", "ferry"

NAMES = ("name", "missing")
IN_FILES = ("module", *NAMES)
LOST = ("nothing", "missing")


class Comparison:
    """One file: as the parent commit had it, as ferry left it, as the people committed it."""

    def __init__(self, moves, before, ferry, people, old_path, new_path):
        self.moves = dict(moves)
        self.moved_to = set(self.moves.values())
        self.before, self.ferry, self.people = before, ferry, people
        self.old_path, self.path = old_path, new_path
        self.was = before.imports(old_path) if old_path in before.files else []
        self.ours = targets(ferry, new_path)
        self.theirs = targets(people, new_path)
        _, self.chained = reached(before, old_path)
        self.our_use, self.our_chained = reached(ferry, new_path)
        self.their_use, self.their_chained = reached(people, new_path)
        self.meant = (
            {self.after(target) for _, target in self.was}
            | {self.after(module) for module in self.chained}
        )
        respelled = self.respelled()
        self.meant -= {old for old, _ in respelled}
        self.meant |= {new for _, new in respelled} | self.still_nowhere()
        self.unchanged = (
            same(before, old_path) & same(ferry, new_path) & same(people, new_path)
        )

    def after(self, target):
        if target[0] in IN_FILES and target[1] in self.moves:
            return (target[0], self.moves[target[1]], *target[2:])
        return target

    def still_nowhere(self):
        """What leads nowhere as ferry left it, and led nowhere before by the same words."""
        lost = {item.spelled for item, target in self.was if target[0] in LOST}
        now = self.ferry.imports(self.path) if self.path in self.ferry.files else []
        return {target for item, target in now if target[0] in LOST and item.spelled in lost}

    def respelled(self):
        """
        Relative imports that led nowhere, which ferry spelled for the moved file's new place: the
        words before and after, where both point to the same place.
        """
        if self.path not in self.ferry.files or self.path == self.old_path:
            return []
        now = self.ferry.imports(self.path)
        return [
            (old, new)
            for was, old in self.was
            for item, new in now
            if old[0] == new[0] == "nothing"
            and old != new
            and self.before.place(self.old_path, was) is not None
            and self.before.place(self.old_path, was) == self.ferry.place(self.path, item)
        ]

    def only_ours(self):
        return {target: self.class_of_ours(target) for target in self.ours - self.theirs}

    def only_theirs(self):
        return {target: self.class_of_theirs(target) for target in self.theirs - self.ours}

    def lost_uses(self):
        """Modules that attribute chains led to in the parent, and that nothing leads to now."""
        longest = set().union(*self.chained.values()) if self.chained else set()
        longest -= {chain[:i] for chain in longest for i in range(len(chain))}
        ends = {module for module, chains in self.chained.items() if chains & longest}
        return {self.after(module) for module in ends} - self.our_chained.keys() - self.ours

    # What ferry imports and the people do not.
    def class_of_ours(self, target):
        if target not in self.meant:
            return FERRY, "not meant"
        if any(self.left_dangling(item) for item, old in self.was if self.after(old) == target):
            return MISSED, "import"
        if self.left_chain(target):
            return MISSED, "attribute"
        if self.says_the_same(target, self.theirs - self.ours, self.ferry, self.people):
            return POLICY, "bound otherwise"
        if self.is_used_too(self.our_use[target], self.their_use):
            return POLICY, "reached otherwise"
        if self.is_given_otherwise(target):
            return POLICY, "given otherwise"
        if any(self.was_replaced(item) for item, old in self.was if self.after(old) == target):
            return POLICY, "old name kept alive"
        rule = self.was_taken_away(target)
        return (OUTSIDE, rule) if rule else (FERRY, "lacking over there")

    # What the people import and ferry does not.
    def class_of_theirs(self, target):
        if target in self.meant:
            return FERRY, "meant"
        if target[0] in LOST and any(
            found == target and self.left_dangling(item)
            for item, found in self.people.imports(self.path)
        ):
            return MISSED, "import"
        if self.says_the_same(target, self.ours - self.theirs, self.people, self.ferry):
            return POLICY, "bound otherwise"
        if self.is_used_too(self.their_use[target], self.our_use):
            return POLICY, "reached otherwise"
        if self.is_given_by_star(target):
            return POLICY, "star spelled out"
        rule = self.was_brought_in(target)
        return (OUTSIDE, rule) if rule else (FERRY, "lacking")

    def left_chain(self, target):
        """The people kept `a.b` where it was the moved module, and it means nothing any more."""
        kept = self.people.source(self.path).chains if self.path in self.people.files else ()
        still = set().union(*self.their_chained.values()) if self.their_chained else set()
        return any(
            any(each[: len(chain)] == chain for each in kept) and chain not in still
            for module, chains in self.chained.items()
            if self.after(module) == target and self.after(module) != module
            for chain in chains
        )

    @staticmethod
    def is_used_too(ends, uses):
        """Whether all that is reached through an import is reached through others over there."""
        others = set().union(*uses.values()) if uses else set()
        known = bool(ends) and not any(end[0] in LOST for end in ends)
        return known and ends <= others

    def is_given_otherwise(self, target):
        """
        The people's file has the module by a name that only a search path of theirs gives: one that
        is the end of the module's path. Or it has a fixture of a conftest.py, without any import.
        """
        module = self.module_of(target)
        if module is None or self.path not in self.people.files:
            return False
        for item, found in self.people.imports(self.path):
            if found[0] == "nothing" and item.level == 0:
                for words in filter(None, (item.module, f"{item.module}.{item.name}")):
                    beside = module.rpartition("/")[0] == self.path.rpartition("/")[0]
                    if ends_with(module, words) and ("." in words or beside):
                        if target[0] == "module" or item.name in (target[2], None, "*"):
                            return True
        return target[0] == "name" and self.is_fixture(module, target[2])

    def is_fixture(self, module, name):
        directory, _, file = module.rpartition("/")
        return (
            file == "conftest.py"
            and module in self.people.files
            and self.path.startswith(directory + "/" if directory else "")
            and re.search(
                rf"@(?:pytest\.)?fixture\b[^\n]*\n(?:@[^\n]*\n)*(?:async )?def {name}\b",
                self.people.source(module).text,
            )
            is not None
        )

    def is_given_by_star(self, target):
        """Whether a star in ferry's file gives the very same thing, under the people's name for it."""
        if self.path not in self.ferry.files:
            return False
        made = self.people.definition(target)
        stars = [
            star[1]
            for _, star in self.ferry.imports(self.path)
            if star[0] == "name" and star[2] == "*" and star[1] in self.ferry.files
        ]
        return any(
            item.bound in self.ferry.source(star).bound
            and self.ferry.definition(("name", star, item.bound)) == made
            for item, found in self.people.imports(self.path)
            if found == target and item.bound != "*" and not item.bound.startswith("_")
            for star in stars
        )

    def left_dangling(self, item):
        """The people kept an import as it was spelled, and it means nothing any more."""
        meant = [old for was, old in self.was if was.spelled == item.spelled]
        means = [new for now, new in self.people.imports(self.path) if now.spelled == item.spelled]
        return any(old[0] not in LOST for old in meant) and any(new[0] in LOST for new in means)

    def was_replaced(self, item):
        """The people kept an import as spelled, since they put a new file under the old name."""
        return any(
            now.spelled == item.spelled
            and self.module_of(found) in self.people.files.keys() - self.before.files.keys()
            and self.module_of(found) not in self.moved_to
            for now, found in self.people.imports(self.path)
        )

    def says_the_same(self, target, others, here, there):
        """The same module bound otherwise, or the same name by a star or a re-export."""
        return any(
            self.module_of(target) == self.module_of(other) != None
            and ("module" in (target[0], other[0]) or "*" in (target[-1], other[-1]))
            or here.definition(target) == there.definition(other)
            for other in others
        )

    @staticmethod
    def module_of(target):
        return target[1] if target[0] in IN_FILES else None

    def was_taken_away(self, target):
        """By which rule the people took an import away for other reasons; None where by none."""
        if target[0] in LOST:
            return "led nowhere"
        if self.module_of(target) not in self.moved_to:
            return "of nothing that moved"
        if target[0] in NAMES and not self.binds(self.people, target[1], target[2]):
            return "name taken out"
        if self.is_made_elsewhere(target):
            return "made elsewhere"
        gone = [item for item, old in self.was if self.after(old) == target]
        if not any(self.is_still_named(item) for item in gone):
            return "with its uses"
        if gone and all(map(self.is_made_anew, gone)):
            return "made anew"
        if gone and all(map(self.is_bound_here, gone)):
            return "name made there"
        return "name bound elsewhere" if all(map(self.is_bound_elsewhere, gone)) else None

    def is_made_anew(self, item):
        """Whether the people give the name to a file that is new in their commit."""
        new = self.people.files.keys() - self.before.files.keys() - self.moved_to
        return any(
            now.bound == item.bound and self.module_of(found) in new
            for now, found in self.people.imports(self.path)
        )

    def is_made_elsewhere(self, target):
        """
        The people took what a name stands for out of the moved module, which only imports it now,
        and import it themselves from where it is made.
        """
        if target[0] != "name" or target[2] == "*":
            return False
        made = self.people.definition(target)
        was = self.ferry.definition(target)
        return (
            made != target
            and made != was
            and made[0] == "name"
            and any(self.people.definition(other) == made for other in self.theirs)
        )

    def is_bound_here(self, item):
        """Whether the people's file makes the name itself, which an import made in the parent."""
        people, before = self.people.source(self.path), self.before.source(self.old_path)
        return (
            people.bound.get(item.bound, "") is None
            and before.bound.get(item.bound) == item.spelled
            and all(now.bound != item.bound for now in people.items)
        )

    def is_bound_elsewhere(self, item):
        """Whether another import bound the same name already, which the people kept as spelled."""
        kept = {now.spelled for now, _ in self.people.imports(self.path) if now.bound == item.bound}
        return any(
            was is not item and was.bound == item.bound and was.spelled in kept
            for was, _ in self.was
        )

    def is_still_named(self, item):
        """Whether the people's file still speaks of what the import had bound."""
        source = self.people.source(self.path)
        if item.name is None and item.bound != item.module and "." in item.module:
            last = item.module.rpartition(".")[2]  # import a.b.c is used as a.b.c
            return re.search(rf"\.{last}\b", source.text) is not None
        return item.bound in source.named

    def was_brought_in(self, target):
        """By which rule the people added an import for other reasons; None where by none."""
        module = self.module_of(target)
        if self.led_nowhere_before(target) or self.led_nowhere_as_spelled(target):
            return "led nowhere"
        if self.was_unbound(target):
            return "name taken out"
        if module not in self.moved_to:
            if target[0] == "nothing" and not self.led_nowhere(target):
                return None
            return "of nothing that moved"
        old = next(source for source, new in self.moves.items() if new == module)
        words = self.words(self.before, self.old_path)
        if target[0] in NAMES and not self.binds(self.before, old, target[2]):
            return "name put in"
        imported = any(self.module_of(found) == old for _, found in self.was)
        if target[0] in NAMES and imported:
            return "with its uses" if target[2] not in words else None
        used, chained = reached(self.before, self.old_path)
        if ("module", old) in chained:
            return None
        if imported:
            return "put in beside" if self.is_put_in_beside(target, old) else None
        ways = [
            (start, end)
            for start, ends in used.items()
            for end in ends
            if self.module_of(end) == old
        ]
        if not ways:
            return "with its uses"
        return None if any(self.is_open(*way, module) for way in ways) else "way taken out"

    def is_open(self, start, end, module):
        """
        Whether the people could go on reaching what they reached through an import: the file that it
        named is there, and the moved module has the name still.
        """
        file = self.module_of(self.after(start))
        return (file is None or file in self.people.files) and (
            end[0] not in NAMES or self.binds(self.people, module, end[2])
        )

    def was_unbound(self, target):
        """An import spelled as before: the people took the name out of the package it named."""
        return any(
            now.spelled == was.spelled
            and old[0] == "name"
            and not self.binds(self.people, self.moves.get(old[1], old[1]), old[2])
            for now, found in self.people.imports(self.path)
            if found == target
            for was, old in self.was
        )

    def led_nowhere_before(self, target):
        """What the parent's file imported by the same last words led nowhere there."""
        module = self.module_of(target)
        if module not in self.moved_to or module == "":
            return False
        old = next(source for source, new in self.moves.items() if new == module)
        name = target[2] if target[0] in NAMES else None
        for item, found in self.was:
            last = item.module.rpartition(".")[2]
            if found[0] == "nothing" and item.level == 0:
                if last == stem(old) and item.name == name:
                    return True
                if name is None and item.name == stem(old):
                    return True
            elif found[0] == "missing" and item.name == name:
                if old.startswith(found[1].removesuffix("__init__.py")):
                    return True
        return False

    def led_nowhere_as_spelled(self, target):
        """The people kept an import that led nowhere as it was spelled, and it still does."""
        lost = {item.spelled for item, found in self.was if found[0] in LOST}
        kept = {item.spelled for item, found in self.people.imports(self.path) if found == target}
        return target[0] in LOST and bool(kept & lost)

    def is_put_in_beside(self, target, old):
        """
        The people import the moved module once more, by a name that the parent's file neither used
        nor exported; all that the parent's file imported from it is the same on both sides.
        """
        from_it = {self.after(found) for _, found in self.was if self.module_of(found) == old}
        source = self.before.source(self.old_path)
        new = [item for item, found in self.people.imports(self.path) if found == target]
        return (
            target[0] == "module"
            and from_it <= self.ours & self.theirs
            and {item.bound for item in new}.isdisjoint(chain[0] for chain in source.chains)
            and not any(re.search(rf"[\"']{item.bound}[\"']", source.text) for item in new)
        )

    def led_nowhere(self, target):
        """
        An import that leads nowhere in the people's own tree: excused where it reads like neither
        name of what moved, or where what they had before it led nowhere either.
        """
        last = target[1].rpartition(".")[2]
        gone = [old for _, old in self.was if old[0] == "nothing" and old not in self.theirs]
        return not self.reads_like_the_moved(target[1]) or any(
            old[1].rpartition(".")[2] == last for old in gone
        )

    def reads_like_the_moved(self, name):
        if name.startswith("."):
            steps = name.strip(".").split(".")
            return any(stem(path) in steps for path in (*self.moves, *self.moved_to))
        olds = (old for path in self.moves for old in self.before.names(path))
        news = (new for path in self.moved_to for new in self.people.names(path))
        return any((name + ".").startswith(moved + ".") for moved in (*olds, *news))

    @staticmethod
    def binds(tree, path, name):
        if path not in tree.files:
            return False
        source = tree.source(path)
        return name == "*" or name in source.bound or source.open

    @staticmethod
    def words(tree, path):
        return tree.source(path).words if path in tree.files else set()


def reached(tree, path):
    return tree.reached(path) if path in tree.files else ({}, {})


def ends_with(path, words):
    """Whether a dotted name is the end of a module's path."""
    steps = path.removesuffix(".py").removesuffix("/__init__").split("/")
    return steps[-len(words.split(".")) :] == words.split(".")


def stem(path):
    return path.removesuffix("/__init__.py").removesuffix(".py").rpartition("/")[2]


def targets(tree, path):
    return {target for _, target in tree.imports(path)} if path in tree.files else set()


def same(tree, path):
    """Targets whose import is spelled and means the same in each tree: intersected by the caller."""
    return Same((item.spelled, target) for item, target in tree.imports(path)) if (
        path in tree.files
    ) else Same()


class Same(set):
    def __and__(self, other):
        return Same(set.__and__(self, other))

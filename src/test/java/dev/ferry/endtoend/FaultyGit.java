package dev.ferry.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A git that stands first in {@code PATH}: it counts its calls, and does harm at one of them. The
 * real git does the work.
 */
final class FaultyGit {
  /** What happens at the call. {@code $PPID} is ferry. */
  enum Harm {
    NONE("F0", Set.of(5), "\"$real\" \"$@\"; exit $?"),
    KILL_BEFORE("F1", Set.of(137), "kill -9 $PPID; exit 137"),
    KILL_DURING(
        "F1", Set.of(137), "\"$real\" \"$@\" & sleep 0.004; kill -9 $PPID; wait $!; exit $?"),
    KILL_BOTH(
        "F1",
        Set.of(137),
        "\"$real\" \"$@\" & child=$!; sleep 0.004; kill -9 $child $PPID; exit 137"),
    KILL_AFTER("F1", Set.of(137), "\"$real\" \"$@\"; code=$?; kill -9 $PPID; exit $code"),
    DISK_FULL(
        "F3",
        Set.of(2, 5, 13, 14),
        "echo 'fatal: write error: No space left on device' >&2; exit 128"),
    CUT_SHORT("F3", Set.of(2, 5, 13, 14), "\"$real\" \"$@\" | head -c 20; kill -9 $$"),
    BASE_MOVES("F6", Set.of(2, 5, 13, 14), "(MOVE_BASE); \"$real\" \"$@\"; exit $?"),
    USER_WORKS("F10", Set.of(5), "(USER_WORKS); \"$real\" \"$@\"; exit $?"),
    TERMINATE("F13", Set.of(143), "kill -15 $PPID; \"$real\" \"$@\"; exit $?"),
    INTERRUPT("F13", Set.of(130), "kill -2 $PPID; \"$real\" \"$@\"; exit $?");

    private final String fault;
    private final Set<Integer> exits;
    private final String script;

    Harm(String fault, Set<Integer> exits, String script) {
      this.fault = fault;
      this.exits = exits;
      this.script = script;
    }

    /** How ferry may end. */
    Set<Integer> exits() {
      return exits;
    }

    /** The fault by its number in the list of faults that ferry has to survive. */
    String fault() {
      return fault;
    }
  }

  /** Harm at one call, counted from 1; never where 0. */
  record Fault(Harm harm, int call) {
    static final Fault NONE = new Fault(Harm.NONE, 0);

    @Override
    public String toString() {
      return harm.fault() + " " + harm + " at call " + call;
    }
  }

  private final CountedProgram git;

  FaultyGit(Path folder) throws IOException {
    this.git = new CountedProgram(folder, "git", "$*");
  }

  /** Arms the fault, and forgets the calls counted so far. */
  FaultyGit arm(RealRepository repository, Fault fault) throws IOException {
    String user = "unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE; cd '" + repository.root() + "'; ";
    String harm =
        fault
            .harm()
            .script
            .replace(
                "MOVE_BASE",
                user
                    + "exec >/dev/null 2>&1; tree=$(\"$real\" rev-parse main^{tree}); "
                    + "new=$(\"$real\" commit-tree -m moved -p main $tree) && "
                    + "\"$real\" update-ref refs/heads/main $new")
            .replace(
                "USER_WORKS",
                user
                    + "exec >/dev/null 2>&1; \"$real\" worktree prune --expire now; "
                    + "\"$real\" gc --prune=now --quiet; \"$real\" fetch --all --prune");
    git.arm(List.of(fault.call()), harm);
    return this;
  }

  /** The arguments of every call since it was armed, in order. */
  List<String> called() throws IOException {
    return git.called();
  }

  /** The search path under which a ferry meets this git first. */
  String path() {
    return git.path();
  }
}

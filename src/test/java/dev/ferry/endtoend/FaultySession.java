package dev.ferry.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@code setsid} that stands first in {@code PATH}: by it ferry starts whatever is not git, the
 * gates' commands, pytest and the operator. It counts its calls and kills ferry at one of them.
 */
final class FaultySession {
  /** When ferry is killed. {@code $PPID} is ferry; the program keeps the process that it gets. */
  enum Moment {
    NEVER("exec \"$real\" \"$@\""),
    BEFORE("kill -9 $PPID; exit 137"),
    DURING("(sleep 0.05; kill -9 $PPID) </dev/null >/dev/null 2>&1 & exec \"$real\" \"$@\""),
    AFTER(
        "exec \"$real\" sh -c 'ferry=$1; shift; \"$@\"; code=$?; kill -9 $ferry; exit $code'"
            + " killing $PPID \"$@\"");

    private final String script;

    Moment(String script) {
      this.script = script;
    }
  }

  private final CountedProgram setsid;

  FaultySession(Path folder) throws IOException {
    this.setsid = new CountedProgram(folder, "setsid", "$1 $2 $3");
  }

  /** Kills ferry at this call, counted from 1, and forgets the calls counted so far. */
  FaultySession arm(Moment moment, int call) throws IOException {
    setsid.arm(List.of(call), moment.script);
    return this;
  }

  /** The programs that were started, in order. */
  List<String> called() throws IOException {
    return setsid.called();
  }

  /** The search path under which a ferry meets this one first. */
  String path() {
    return setsid.path();
  }
}

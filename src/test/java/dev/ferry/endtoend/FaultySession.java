package dev.ferry.endtoend;

import java.io.IOException;
import java.nio.file.Files;
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

  private final Path folder;

  FaultySession(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Kills ferry at this call, counted from 1, and forgets the calls counted so far. */
  FaultySession arm(Moment moment, int call) throws IOException {
    Files.deleteIfExists(calls());
    Path setsid = folder.resolve("setsid");
    Files.writeString(
        setsid,
        String.join(
            "\n",
            "#!/bin/sh",
            "PATH=${PATH#*:}",
            "real=$(command -v setsid)",
            "echo \"$1 $2 $3\" >> '" + calls() + "'",
            "n=$(wc -l < '" + calls() + "')",
            "if [ \"$n\" -eq " + call + " ]; then",
            "  " + moment.script,
            "fi",
            "exec \"$real\" \"$@\"",
            ""));
    if (!setsid.toFile().setExecutable(true)) {
      throw new IOException(setsid.toString());
    }
    return this;
  }

  private Path calls() {
    return folder.resolve("calls");
  }

  /** The programs that were started, in order. */
  List<String> called() throws IOException {
    return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
  }

  /** The search path under which a ferry meets this one first. */
  String path() {
    return folder + ":" + System.getenv("PATH");
  }
}

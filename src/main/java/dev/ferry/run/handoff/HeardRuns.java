package dev.ferry.run.handoff;

import dev.ferry.model.GateResult;
import dev.ferry.run.gating.GateProgress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passes on how gates go, and remembers what each ran last at the candidate. */
public final class HeardRuns implements GateProgress {
  private static final int TAIL = 16 << 10;

  private final GateProgress listener;
  private final Map<String, Run> last = new HashMap<>();

  private record Run(List<String> command, Path log) {}

  public HeardRuns(GateProgress listener) {
    this.listener = listener;
  }

  @Override
  public void started(String gate) {
    listener.started(gate);
  }

  @Override
  public void runs(String gate, List<String> command, Path log) {
    last.put(gate, new Run(List.copyOf(command), log));
    listener.runs(gate, command, log);
  }

  @Override
  public void ended(GateResult result) {
    listener.ended(result);
  }

  /** A gate's result with what it ran, and the end of what that printed. */
  public Handoff.Failure failure(GateResult result) {
    Run run = last.get(result.gate());
    return run == null
        ? new Handoff.Failure(result, List.of(), "", "")
        : new Handoff.Failure(result, run.command(), run.log().toString(), tail(run.log()));
  }

  private static String tail(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - TAIL);
      byte[] bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException notWritten) {
      return "";
    }
  }
}

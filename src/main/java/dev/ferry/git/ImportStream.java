package dev.ferry.git;

import dev.ferry.model.ObjectId;
import dev.ferry.model.RepoPaths;
import dev.ferry.model.TreeChange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What {@code git fast-import} reads (gitformat: fast-import(1), "Input Format"). */
final class ImportStream {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** One line of work on the tree. */
  sealed interface Step {}

  /** A change as it was asked for. */
  record Change(TreeChange change) implements Step {}

  /** A file of the tree as it stands by now, at a second path too. */
  record Copy(String from, String to) implements Step {}

  /** A file goes to another path, whether or not its blob can be read. */
  record Rename(String from, String to) implements Step {}

  void commit(String ref, ObjectId parent, String author, String committer, String message) {
    line("commit " + ref);
    line("mark :1");
    line("author " + author);
    line("committer " + committer);
    data(message.getBytes(StandardCharsets.UTF_8));
    line("from " + parent.hex());
  }

  void changes(List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case Change(TreeChange.Write(String path, String mode, byte[] content)) -> {
          line("M " + mode + " inline ", path);
          data(content);
        }
        case Change(TreeChange.Place(String path, String mode, ObjectId id)) ->
            line("M " + mode + " " + id.hex() + " ", path);
        case Change(TreeChange.Delete(String path)) -> line("D ", path);
        case Copy(String from, String to) -> line("C ", from, to);
        case Rename(String from, String to) -> line("R ", from, to);
      }
    }
  }

  /** The answers are two lines: the commit, and its tree. */
  void askForCommitAndTree() {
    line("");
    line("get-mark :1");
    line("ls :1 \"\"");
    line("done");
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  private void data(byte[] content) {
    line("data " + content.length);
    out.writeBytes(content);
    out.write('\n');
  }

  private void line(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  private void line(String command, String... paths) {
    out.writeBytes(command.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < paths.length; i++) {
      if (i > 0) {
        out.write(' ');
      }
      quote(paths[i]);
    }
    out.write('\n');
  }

  /** Paths are always quoted as in C, so that no character of theirs means anything. */
  private void quote(String path) {
    out.write('"');
    for (byte b : RepoPaths.encode(path)) {
      if (b == '"' || b == '\\') {
        out.write('\\');
        out.write(b);
      } else if (b == '\n') {
        out.write('\\');
        out.write('n');
      } else {
        out.write(b);
      }
    }
    out.write('"');
  }
}

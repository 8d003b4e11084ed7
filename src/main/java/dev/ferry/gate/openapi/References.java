package dev.ferry.gate.openapi;

import dev.ferry.formats.DataNode;
import dev.ferry.formats.DataNode.Mapping;
import dev.ferry.formats.DataNode.Scalar;
import dev.ferry.formats.DataNode.Sequence;
import dev.ferry.formats.DataReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows {@code $ref} within a document and to files of its tree. */
final class References {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
  private static final int MOST_STEPS = 40;

  private final Function<String, Optional<byte[]>> tree;
  private final Map<String, Optional<DataNode>> read = new HashMap<>();

  /**
   * @param tree the bytes of a file, by its path
   */
  References(Function<String, Optional<byte[]>> tree) {
    this.tree = tree;
  }

  /** What a reference leads to. */
  sealed interface Target {
    record Found(DataNode node, Place place) implements Target {}

    /** It leads to the network, out of the tree or to a name that only a schema gives. */
    record Elsewhere() implements Target {}

    record Missing(String why) implements Target {}
  }

  /** The text of a {@code $ref}, where there is one. */
  static Optional<String> in(DataNode node) {
    return node instanceof Mapping mapping
            && mapping.members().get("$ref") instanceof Scalar(int line, var type, String text)
            && type == DataNode.Type.TEXT
        ? Optional.of(text)
        : Optional.empty();
  }

  /** Follows references until something else stands there. */
  Target resolved(DataNode node, Place place) {
    DataNode at = node;
    Place where = place;
    for (int i = 0; i < MOST_STEPS; i++) {
      Optional<String> reference = in(at);
      if (reference.isEmpty()) {
        return new Target.Found(at, where);
      }
      if (!(target(reference.get(), where) instanceof Target.Found(DataNode next, Place there))) {
        return new Target.Elsewhere();
      }
      at = next;
      where = there;
    }
    return new Target.Elsewhere();
  }

  Target target(String reference, Place from) {
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    String fragment = hash < 0 ? "" : decoded(reference.substring(hash + 1));
    if (SCHEME.matcher(file).matches() || file.startsWith("/") || file.contains("?")) {
      return new Target.Elsewhere();
    }
    if (!fragment.isEmpty() && !fragment.startsWith("/")) {
      return new Target.Elsewhere();
    }
    if (file.isEmpty()) {
      return pointed(from.root(), fragment, from.file());
    }
    String path = path(from.file(), decoded(file));
    if (path == null) {
      return new Target.Elsewhere();
    }
    Optional<DataNode> root = read.computeIfAbsent(path, this::read);
    return root.isPresent()
        ? pointed(root.get(), fragment, path)
        : new Target.Missing("no such file: " + path);
  }

  private Optional<DataNode> read(String path) {
    return tree.apply(path)
        .map(content -> DataReader.read(path, content))
        .flatMap(
            reading ->
                switch (reading) {
                  case DataReader.Reading.Document(DataNode root) -> Optional.of(root);
                  case DataReader.Reading.Unreadable unreadable -> Optional.empty();
                });
  }

  private static Target pointed(DataNode root, String pointer, String file) {
    DataNode at = root;
    Place place = new Place(file, root, "");
    if (!pointer.isEmpty()) {
      for (String written : pointer.substring(1).split("/", -1)) {
        String name = written.replace("~1", "/").replace("~0", "~");
        DataNode next = child(at, name);
        if (next == null) {
          return new Target.Missing("nothing there");
        }
        at = next;
        place = place.at(name);
      }
    }
    return new Target.Found(at, place);
  }

  private static @Nullable DataNode child(DataNode node, String name) {
    return switch (node) {
      case Mapping mapping -> mapping.members().get(name);
      case Sequence sequence ->
          name.matches("\\d{1,6}") && Integer.parseInt(name) < sequence.items().size()
              ? sequence.items().get(Integer.parseInt(name))
              : null;
      case Scalar scalar -> null;
    };
  }

  /** The path from the top of the tree; null where it leads out of it. */
  private static @Nullable String path(String from, String relative) {
    Deque<String> parts = new ArrayDeque<>();
    String folder = from.substring(0, from.lastIndexOf('/') + 1);
    for (String part : (folder + relative).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return null;
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  /** Without percent signs; what makes no sense stays as it is written. */
  private static String decoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] written = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < written.length; i++) {
      int high = written[i] == '%' && i + 2 < written.length ? hex(written[i + 1]) : -1;
      int low = high < 0 ? -1 : hex(written[i + 2]);
      if (low < 0) {
        bytes.write(written[i]);
      } else {
        bytes.write(high * 16 + low);
        i += 2;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int hex(byte letter) {
    return Character.digit(letter, 16);
  }
}

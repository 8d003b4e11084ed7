package dev.ferry.formats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a JSON or YAML document, with the line that it begins on. */
public sealed interface DataNode {
  /** From 1. */
  int line();

  /** Members in the document's order. */
  record Mapping(int line, Map<String, DataNode> members) implements DataNode {
    public Mapping {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  record Sequence(int line, List<DataNode> items) implements DataNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * @param text as it is written, quotes and escapes taken away
   */
  record Scalar(int line, Type type, String text) implements DataNode {}

  /** What a scalar is. */
  enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    TRUTH,
    NOTHING
  }
}

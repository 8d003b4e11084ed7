package dev.ferry.config;

import java.util.List;

/** A value as it was written, before anybody knows what it should be. */
sealed interface Value {
  /** Where a value stands; line and column from 1, 0 where there are none. */
  record Position(int line, int column) {
    static final Position NONE = new Position(0, 0);
  }

  Position at();

  /** A text, number or truth value; all are texts until they are read. */
  record Scalar(String text, Position at) implements Value {}

  /** A key without a value: the same as leaving the key out. */
  record Absent(Position at) implements Value {}

  record Sequence(List<Value> items, Position at) implements Value {}

  record Table(List<Pair> pairs, Position at) implements Value {}

  /** A key of a table with its value. */
  record Pair(String key, Position at, Value value) {}
}

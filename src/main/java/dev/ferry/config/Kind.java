package dev.ferry.config;

import java.util.Optional;
import java.util.function.BiConsumer;

/** What values a setting takes: how they are read, written, and told to people. */
interface Kind<T> {
  /**
   * The value, or nothing after telling what it should be.
   *
   * @param wrong takes the part that is wrong and what it should be, in words
   */
  Optional<T> read(Value value, BiConsumer<Value, String> wrong);

  /** As YAML has it, on one line. */
  String write(T value);

  /** What an environment variable or an option says; nothing where one line cannot say it. */
  Optional<Value> ofLine(String line);
}

package dev.ferry.python.scopes;

import org.jspecify.annotations.Nullable;

/**
 * A string literal and what it stands in.
 *
 * @param start first byte inside the quotes
 * @param end byte after the last one inside the quotes
 */
public record StringUse(int start, int end, Place place) {
  /** What a string stands in. */
  public sealed interface Place {}

  /**
   * The argument of a call.
   *
   * @param callee last name of what is called, or empty
   * @param owner the name before that, or empty
   * @param position from 0; for a keyword argument -1
   * @param keyword or empty
   */
  public record CallArgument(String callee, String owner, int position, String keyword)
      implements Place {}

  /**
   * The name that {@code import_module} is given together with a package: it may begin with dots.
   *
   * @param anchor the literal that names the package; null where the file's own is meant
   * @param byName whether the file's own name is meant, which is a package's in an {@code __init__}
   *     only
   */
  public record Anchored(@Nullable StringUse anchor, boolean byName) implements Place {}

  /**
   * An element of a list, tuple, set or dictionary.
   *
   * @param variable the plain name that the whole display is assigned to, or empty
   */
  public record Element(String variable) implements Place {}

  /**
   * The whole value of an assignment.
   *
   * @param variable the plain name that it is assigned to, or empty
   */
  public record Value(String variable) implements Place {}

  /** Anything else: prose, a key, a default. */
  public record Elsewhere() implements Place {}
}

package dev.ferry.probe;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions as JSON Schema has them, those of JavaScript, in Java's words. */
final class EcmaPattern {
  private static final int MOST_STEPS = 2_000_000;

  private EcmaPattern() {}

  /** Whether it matches anywhere in a text; nothing where that cannot be told. */
  static Optional<Boolean> isFoundIn(String pattern, String text) {
    try {
      return Optional.of(
          Pattern.compile(translated(pattern)).matcher(new Counted(text, new int[1])).find());
    } catch (PatternSyntaxException | EndlessException | StackOverflowError unknown) {
      // Java's matcher recurses: a long text alone may be too deep for it
      return Optional.empty();
    }
  }

  /** In a class Java gives a meaning to {@code [} and {@code &&}; its {@code $} skips a newline. */
  private static String translated(String pattern) {
    StringBuilder out = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        out.append(c).append(pattern.charAt(++i));
      } else if (inClass && (c == '[' || c == '&')) {
        out.append('\\').append(c);
      } else if (!inClass && c == '$') {
        out.append("\\z");
      } else {
        inClass = c == '[' || (inClass && c != ']');
        out.append(c);
      }
    }
    return out.toString();
  }

  private static final class EndlessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EndlessException() {
      super("too many steps", null, false, false);
    }
  }

  /** Ends a matcher that tries every way. */
  private record Counted(CharSequence text, int[] steps) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps[0] > MOST_STEPS) {
        throw new EndlessException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), steps);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}

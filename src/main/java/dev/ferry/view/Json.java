package dev.ferry.view;

import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON document. By hand, because {@code status} must start fast and a JSON library costs
 * more than the whole command. Lone surrogates (bytes of a path that are not UTF-8) are escaped, so
 * the output is valid UTF-8.
 */
public final class Json {
  private final StringBuilder out = new StringBuilder("{");
  private boolean first = true;

  private Json() {}

  /** A document that names its form and version. */
  public static Json document(String schema) {
    return new Json().text("schema", schema);
  }

  /** A document whose form somebody else defined. */
  static Json bare() {
    return new Json();
  }

  public Json text(String key, String value) {
    key(key);
    quote(value);
    return this;
  }

  public Json textOrNull(String key, @Nullable String value) {
    key(key);
    if (value == null) {
      out.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  public Json number(String key, long value) {
    key(key);
    out.append(value);
    return this;
  }

  /** A number with decimals; not a number and infinity, which JSON lacks, become null. */
  public Json number(String key, double value) {
    key(key);
    out.append(Double.isFinite(value) ? Double.toString(value) : "null");
    return this;
  }

  public Json truth(String key, boolean value) {
    key(key);
    out.append(value);
    return this;
  }

  public Json texts(String key, Iterable<String> values) {
    key(key);
    out.append('[');
    String comma = "";
    for (String value : values) {
      out.append(comma);
      quote(value);
      comma = ",";
    }
    out.append(']');
    return this;
  }

  public Json numbers(String key, Iterable<Integer> values) {
    key(key);
    out.append('[');
    String comma = "";
    for (int value : values) {
      out.append(comma).append(value);
      comma = ",";
    }
    out.append(']');
    return this;
  }

  /** An array of objects, each written by {@code write}. */
  public <T> Json array(String key, Iterable<T> items, BiConsumer<Json, T> write) {
    key(key);
    out.append('[');
    String comma = "";
    for (T item : items) {
      out.append(comma).append('{');
      first = true;
      write.accept(this, item);
      out.append('}');
      comma = ",";
    }
    out.append(']');
    first = false;
    return this;
  }

  /** An object inside this one. */
  public Json object(String key, Runnable write) {
    key(key);
    out.append('{');
    first = true;
    write.run();
    out.append('}');
    first = false;
    return this;
  }

  /** The whole document on one line, with its line end. */
  public String end() {
    return out.append("}\n").toString();
  }

  private void key(String key) {
    if (!first) {
      out.append(',');
    }
    first = false;
    quote(key);
    out.append(':');
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7F || c == '\u2028' || c == '\u2029' || isLone(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLone(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}

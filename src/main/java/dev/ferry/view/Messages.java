package dev.ferry.view;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of every code, from {@code messages.properties}. A key may have a variant for a number
 * of arguments ({@code B004.says.2}); without one the plain key is used. Safe for several threads.
 */
public final class Messages {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)\\}");

  private final Properties texts;

  private Messages(Properties texts) {
    this.texts = texts;
  }

  /** The texts that ferry ships. */
  public static Messages load() {
    Properties texts = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream("messages.properties")) {
      if (in == null) {
        throw new IllegalStateException("messages.properties is not on the class path");
      }
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Messages(texts);
  }

  /** What failed and where the cause lies; one line, safe to print. */
  public String says(Problem problem) {
    return filled(problem, "says");
  }

  /** What to do or type next; one line, safe to print. */
  public String fix(Problem problem) {
    return filled(problem, "fix");
  }

  /** The paragraph of {@code ferry explain}. */
  public String explain(Code code) {
    return template(code, "explain", 0);
  }

  /** The code that a user means by {@code FRY-B004}, {@code fry-b004} or {@code B004}. */
  public static Optional<Code> codeOf(String typed) {
    String name = typed.strip().toUpperCase(Locale.ROOT);
    String plain = name.startsWith("FRY-") ? name.substring(4) : name;
    for (Code code : Code.values()) {
      if (code.name().equals(plain)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  String template(Code code, String part, int arguments) {
    @Nullable String variant = texts.getProperty(code.name() + "." + part + "." + arguments);
    String text =
        variant != null ? variant : texts.getProperty(code.name() + "." + part, code.id());
    return text.strip();
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  private String filled(Problem problem, String part) {
    List<String> arguments = problem.arguments();
    Matcher matcher = PLACEHOLDER.matcher(template(problem.code(), part, arguments.size()));
    // an argument that is missing shows as "?": a message must never end a run
    return matcher.replaceAll(
        found -> {
          int index = Integer.parseInt(found.group(1));
          String value = index < arguments.size() ? Printable.line(arguments.get(index)) : "?";
          return Matcher.quoteReplacement(value);
        });
  }
}

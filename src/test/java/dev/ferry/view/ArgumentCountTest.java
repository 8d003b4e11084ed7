package dev.ferry.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.model.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every problem made in the sources has as many arguments as its words ask for. Calls whose
 * arguments are not written out one by one cannot be judged by reading and are passed over.
 */
final class ArgumentCountTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/ferry");
  private static final Pattern CALL = Pattern.compile("Problem\\s*\\.\\s*(of|at)\\(");
  private static final Pattern CODE = Pattern.compile("(?:Code\\.)?([A-Z]\\d{3})");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)\\}");

  private final Messages messages = Messages.load();

  @Test
  void everyProblemBringsTheArgumentsThatItsWordsAskFor() throws IOException {
    List<String> lacking = new ArrayList<>();
    int judged = 0;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        Matcher call = CALL.matcher(source);
        while (call.find()) {
          List<String> arguments = arguments(source, call.end());
          int at = call.group(1).equals("of") ? 0 : 2;
          Matcher code = CODE.matcher(arguments.size() > at ? arguments.get(at) : "");
          if (!code.matches() || isSpread(arguments)) {
            continue;
          }
          judged++;
          int count = arguments.size() - at - 1;
          if (asked(Code.valueOf(code.group(1)), count) > count) {
            lacking.add(SOURCES.relativize(file) + ": " + code.group(1) + " with " + count);
          }
        }
      }
    }
    assertThat(judged).isGreaterThan(40);
    assertThat(lacking).isEmpty();
  }

  private int asked(Code code, int count) {
    String texts = messages.template(code, "says", count) + messages.template(code, "fix", count);
    return PLACEHOLDER
        .matcher(texts)
        .results()
        .mapToInt(match -> Integer.parseInt(match.group(1)) + 1)
        .max()
        .orElse(0);
  }

  /** Whether the last argument is an array that stands for several. */
  private static boolean isSpread(List<String> arguments) {
    String last = arguments.getLast();
    return last.contains("toArray") || last.matches("arguments|texts|args");
  }

  /** The texts between the commas of a call, of which {@code from} is inside the parenthesis. */
  private static List<String> arguments(String source, int from) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '"' || c == '\'') {
        i = afterQuote(source, i);
      } else if ("([{".indexOf(c) >= 0) {
        depth++;
      } else if (depth == 0 && (c == ',' || c == ')')) {
        arguments.add(source.substring(start, i).strip());
        start = i + 1;
        if (c == ')') {
          return arguments;
        }
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
      }
    }
    return arguments;
  }

  private static int afterQuote(String source, int open) {
    int i = open + 1;
    while (source.charAt(i) != source.charAt(open)) {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}

package dev.ferry.config;

import dev.ferry.config.Configuration.RepositoryCommand;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds of settings that there are. */
final class Kinds {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./][A-Za-z0-9_./@=+-]*");
  private static final Pattern NOT_TEXT =
      Pattern.compile("(?i)true|false|null|[-+.0-9][0-9._eExXoO+-]*");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(s|m|h)");
  private static final Pattern SIZE = Pattern.compile("(?i)(\\d{1,6})\\s*(kb|mb|gb)");

  private Kinds() {}

  static Kind<String> text() {
    return scalar("a text", Optional::of, Kinds::quoted);
  }

  static Kind<Optional<String>> optionalText() {
    return scalar(
        "a text", text -> Optional.of(Optional.of(text)), text -> quoted(text.orElse("")));
  }

  static Kind<Boolean> truth() {
    return scalar(
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            },
        String::valueOf);
  }

  static Kind<Integer> wholeNumber(int least, int most) {
    return scalar(
        "a whole number from " + least + " to " + most,
        text ->
            text.matches("\\d{1,9}")
                ? Optional.of(Integer.parseInt(text)).filter(n -> n >= least && n <= most)
                : Optional.empty(),
        String::valueOf);
  }

  static Kind<Double> share() {
    return scalar(
        "a number from 0 to 1",
        text ->
            text.matches("[0-9]?\\.?[0-9]{1,6}")
                ? Optional.of(Double.parseDouble(text)).filter(n -> n <= 1)
                : Optional.empty(),
        number -> String.format(Locale.ROOT, "%.2f", number));
  }

  static <E extends Enum<E>> Kind<E> choice(Class<E> choices) {
    E[] constants = choices.getEnumConstants();
    String words = Arrays.stream(constants).map(Kinds::word).collect(Collectors.joining(", "));
    return scalar(
        "one of " + words,
        text -> Arrays.stream(constants).filter(c -> word(c).equals(text)).findFirst(),
        Kinds::word);
  }

  static Kind<Duration> duration() {
    return scalar("a time such as 90s, 10m or 1h", Kinds::duration, Kinds::written);
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    return matcher.matches() && Integer.parseInt(matcher.group(1)) > 0
        ? Optional.of(Duration.parse("PT" + matcher.group(1) + matcher.group(2)))
        : Optional.empty();
  }

  private static String written(Duration time) {
    return time.toSeconds() % 60 == 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
  }

  static Kind<Optional<Duration>> durationOrNone() {
    return scalar(
        "a time such as 90s, 10m or 1h, or none",
        text ->
            text.equals("none") ? Optional.of(Optional.empty()) : duration(text).map(Optional::of),
        time -> time.map(Kinds::written).orElse("none"));
  }

  static Kind<Optional<LocalDate>> dayOrNone() {
    return scalar(
        "a day such as 2027-06-30, or none",
        text -> {
          if (text.equals("none")) {
            return Optional.of(Optional.empty());
          }
          try {
            return Optional.of(Optional.of(LocalDate.parse(text)));
          } catch (DateTimeParseException e) {
            return Optional.empty();
          }
        },
        day -> day.map(LocalDate::toString).orElse("none"));
  }

  static Kind<Long> size() {
    return scalar(
        "a size such as 512KB or 16MB",
        text -> {
          Matcher matcher = SIZE.matcher(text);
          return matcher.matches()
              ? Optional.of(Long.parseLong(matcher.group(1)) << shift(matcher.group(2)))
              : Optional.empty();
        },
        bytes -> bytes % (1 << 20) == 0 ? (bytes >> 20) + "MB" : (bytes >> 10) + "KB");
  }

  private static int shift(String unit) {
    return switch (Character.toLowerCase(unit.charAt(0))) {
      case 'k' -> 10;
      case 'm' -> 20;
      default -> 30;
    };
  }

  static Kind<List<String>> texts() {
    return new Kind<>() {
      @Override
      public Optional<List<String>> read(Value value, BiConsumer<Value, String> wrong) {
        return textsOf(value, "a list of texts, such as [a, b]", wrong);
      }

      @Override
      public String write(List<String> value) {
        return listed(value, Kinds::quoted);
      }

      @Override
      public Optional<Value> ofLine(String line) {
        return Optional.of(sequence(line));
      }
    };
  }

  static Kind<List<List<String>>> lists() {
    return new Kind<>() {
      @Override
      public Optional<List<List<String>>> read(Value value, BiConsumer<Value, String> wrong) {
        String expected = "a list of lists, such as [[a, b], [c]]";
        if (!(value instanceof Value.Sequence(List<Value> items, Value.Position at))) {
          wrong.accept(value, expected);
          return Optional.empty();
        }
        List<List<String>> lists = new ArrayList<>();
        for (Value item : items) {
          textsOf(item, expected, wrong).ifPresent(lists::add);
        }
        return lists.size() == items.size() ? Optional.of(lists) : Optional.empty();
      }

      @Override
      public String write(List<List<String>> value) {
        return listed(value, list -> listed(list, Kinds::quoted));
      }

      @Override
      public Optional<Value> ofLine(String line) {
        return Optional.empty();
      }
    };
  }

  static Kind<Map<String, String>> textMap() {
    return new Kind<>() {
      @Override
      public Optional<Map<String, String>> read(Value value, BiConsumer<Value, String> wrong) {
        String expected = "a table of texts, such as {TZ: UTC}";
        if (!(value instanceof Value.Table(List<Value.Pair> pairs, Value.Position at))) {
          wrong.accept(value, expected);
          return Optional.empty();
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (Value.Pair pair : pairs) {
          if (pair.value() instanceof Value.Scalar(String text, Value.Position where)) {
            map.put(pair.key(), text);
          } else {
            wrong.accept(pair.value(), expected);
          }
        }
        return map.size() == pairs.size() ? Optional.of(map) : Optional.empty();
      }

      @Override
      public String write(Map<String, String> value) {
        return value.entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
      }

      @Override
      public Optional<Value> ofLine(String line) {
        List<Value.Pair> pairs = new ArrayList<>();
        for (String part : parts(line)) {
          int equals = part.indexOf('=');
          if (equals < 1) {
            return Optional.of(new Value.Scalar(line, Value.Position.NONE));
          }
          pairs.add(
              new Value.Pair(
                  part.substring(0, equals),
                  Value.Position.NONE,
                  new Value.Scalar(part.substring(equals + 1), Value.Position.NONE)));
        }
        return Optional.of(new Value.Table(pairs, Value.Position.NONE));
      }
    };
  }

  static Kind<List<RepositoryCommand>> commands() {
    return new CommandsKind();
  }

  static Optional<List<String>> textsOf(
      Value value, String expected, BiConsumer<Value, String> wrong) {
    if (!(value instanceof Value.Sequence(List<Value> items, Value.Position at))) {
      wrong.accept(value, expected);
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Value item : items) {
      if (item instanceof Value.Scalar(String text, Value.Position where)) {
        texts.add(text);
      } else {
        wrong.accept(item, expected);
      }
    }
    return texts.size() == items.size() ? Optional.of(texts) : Optional.empty();
  }

  /** A text as YAML has it: bare where nothing but the text can be meant. */
  static String quoted(String text) {
    boolean bare = PLAIN.matcher(text).matches() && !NOT_TEXT.matcher(text).matches();
    return bare ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  static <T> String listed(List<T> items, Function<T, String> write) {
    return items.stream().map(write).collect(Collectors.joining(", ", "[", "]"));
  }

  private static Value sequence(String line) {
    List<Value> items = new ArrayList<>();
    for (String part : parts(line)) {
      items.add(new Value.Scalar(part, Value.Position.NONE));
    }
    return new Value.Sequence(items, Value.Position.NONE);
  }

  private static List<String> parts(String line) {
    return line.isBlank()
        ? List.of()
        : Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <T> Kind<T> scalar(
      String expected, Function<String, Optional<T>> parse, Function<T, String> write) {
    return new Kind<>() {
      @Override
      public Optional<T> read(Value value, BiConsumer<Value, String> wrong) {
        @Nullable String text = value instanceof Value.Scalar scalar ? scalar.text() : null;
        Optional<T> parsed = text == null ? Optional.empty() : parse.apply(text);
        if (parsed.isEmpty()) {
          wrong.accept(value, expected);
        }
        return parsed;
      }

      @Override
      public String write(T value) {
        return write.apply(value);
      }

      @Override
      public Optional<Value> ofLine(String line) {
        return Optional.of(new Value.Scalar(line.strip(), Value.Position.NONE));
      }
    };
  }
}

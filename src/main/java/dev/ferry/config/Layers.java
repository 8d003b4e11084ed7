package dev.ferry.config;

import dev.ferry.formats.NearestWord;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of settings from several sources; a later source covers an earlier one, key by key. */
final class Layers {
  private static final long MOST_BYTES = 1 << 20;

  private final List<Problem> problems;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Origin> origins = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();

  Layers(List<Problem> problems) {
    this.problems = problems;
  }

  /** Where problems with a value are told. */
  record Place(String file, Value.Position at) {
    Problem problem(Code code, String... arguments) {
      return new Problem(code, file, at.line(), at.column(), List.of(arguments));
    }
  }

  @SuppressWarnings("unchecked") // only take() puts values, by the kind of the same setting
  <T> T get(Setting<T> setting) {
    return (T) values.getOrDefault(setting.key(), setting.standard());
  }

  <T> String text(Setting<T> setting) {
    return setting.kind().write(get(setting));
  }

  Origin origin(Setting<?> setting) {
    return origins.getOrDefault(setting.key(), Origin.STANDARD);
  }

  /** Where the setting was given; without a file for defaults. */
  Place place(Setting<?> setting) {
    return places.getOrDefault(setting.key(), new Place("ferry.yaml", Value.Position.NONE));
  }

  void file(Path file, String shown, Origin.Source source) {
    Place whole = new Place(shown, Value.Position.NONE);
    try {
      if (Files.size(file) > MOST_BYTES) {
        problems.add(whole.problem(Code.C001, "it is larger than 1 MiB"));
        return;
      }
      Optional<Value> document = YamlDocument.read(Files.readString(file));
      if (document.isPresent() && !(document.get() instanceof Value.Absent)) {
        group("", document.get(), shown, source);
      }
    } catch (NoSuchFileException missing) {
      problems.add(whole.problem(Code.C001, "there is no such file"));
    } catch (CharacterCodingException notUtf8) {
      problems.add(whole.problem(Code.C001, "it is not UTF-8"));
    } catch (IOException e) {
      problems.add(whole.problem(Code.C001, String.valueOf(e.getMessage())));
    } catch (YamlDocument.Broken e) {
      problems.add(new Place(shown, e.at()).problem(Code.C002, String.valueOf(e.getMessage())));
    }
  }

  private void group(String prefix, Value value, String shown, Origin.Source source) {
    if (!(value instanceof Value.Table(List<Value.Pair> pairs, Value.Position at))) {
      if (!(value instanceof Value.Absent)) {
        String name = prefix.isEmpty() ? "the document" : prefix.substring(0, prefix.length() - 1);
        problems.add(
            new Place(shown, value.at())
                .problem(Code.C004, name, "a table of keys and values", Described.value(value)));
      }
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Value.Pair pair : pairs) {
      Place place = new Place(shown, pair.at());
      String key = prefix + pair.key();
      if (!seen.add(key)) {
        problems.add(place.problem(Code.C005, key));
      } else if (isGroup(key)) {
        group(key + ".", pair.value(), shown, source);
      } else {
        @Nullable Setting<?> setting = find(key);
        if (setting == null) {
          problems.add(unknown(place, Code.C003, key, knownKeys()));
        } else if (!(pair.value() instanceof Value.Absent)) {
          String where = shown + ":" + pair.at().line() + ":" + pair.at().column();
          take(setting, pair.value(), new Place(shown, pair.at()), new Origin(source, where));
        }
      }
    }
  }

  void environment(Map<String, String> environment) {
    for (Setting<?> setting : Settings.all()) {
      @Nullable String line = environment.get(setting.variable());
      if (line != null) {
        Origin origin = new Origin(Origin.Source.ENVIRONMENT, setting.variable());
        line(setting, line, origin);
      }
    }
  }

  void options(Map<String, ConfigurationSources.Option> options) {
    new TreeMap<>(options)
        .forEach(
            (key, option) -> {
              @Nullable Setting<?> setting = find(key);
              if (setting == null) {
                Place place = new Place(option.name(), Value.Position.NONE);
                problems.add(unknown(place, Code.C003, key, knownKeys()));
              } else {
                line(setting, option.value(), new Origin(Origin.Source.OPTION, option.name()));
              }
            });
  }

  private void line(Setting<?> setting, String line, Origin origin) {
    Place place = new Place(origin.where(), Value.Position.NONE);
    Optional<Value> value = setting.kind().ofLine(line);
    if (value.isEmpty()) {
      problems.add(place.problem(Code.C007, setting.key()));
    } else {
      take(setting, value.get(), place, origin);
    }
  }

  private <T> void take(Setting<T> setting, Value value, Place place, Origin origin) {
    Optional<T> read =
        setting
            .kind()
            .read(
                value,
                (wrong, expected) ->
                    problems.add(
                        new Place(place.file(), wrong.at().line() > 0 ? wrong.at() : place.at())
                            .problem(Code.C004, setting.key(), expected, Described.value(wrong))));
    if (read.isPresent()) {
      values.put(setting.key(), read.get());
      origins.put(setting.key(), origin);
      places.put(setting.key(), place);
    }
  }

  static Problem unknown(Place place, Code code, String word, List<String> known) {
    Optional<String> nearest = NearestWord.to(word, known);
    return nearest.isPresent()
        ? place.problem(code, word, nearest.get())
        : place.problem(code, word);
  }

  private static List<String> knownKeys() {
    List<String> keys = new ArrayList<>();
    Settings.all().forEach(setting -> keys.add(setting.key()));
    return keys;
  }

  private static @Nullable Setting<?> find(String key) {
    for (Setting<?> setting : Settings.all()) {
      if (setting.key().equals(key)) {
        return setting;
      }
    }
    return null;
  }

  private static boolean isGroup(String key) {
    return Settings.all().stream().anyMatch(setting -> setting.group().equals(key));
  }
}

package dev.ferry.python.testing;

import dev.ferry.toolchain.UnreadableAnswerException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code interrogate.py} told of an interpreter.
 *
 * @param baseExecutable the interpreter behind a virtual environment, or the same
 * @param packages site-packages directories, in the order of the search path
 * @param installed top-level names in them
 * @param standard top-level names of the library
 * @param pathFiles lines of the {@code .pth} files of each directory, by file; code, or real paths
 * @param finders sources of the modules that editable installs leave, by module
 * @param scripts the Python scripts beside the interpreter, by name
 * @param distributions what is installed, with times: a digest of the environment
 */
record PythonAnswer(
    String executable,
    String baseExecutable,
    String version,
    String prefix,
    String library,
    String bin,
    List<String> packages,
    Set<String> installed,
    Set<String> standard,
    Map<String, Map<String, List<String>>> pathFiles,
    Map<String, String> finders,
    Map<String, String> scripts,
    Map<String, List<String>> distributions,
    @Nullable String pytest) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final int SHOWN = 200;

  static PythonAnswer of(byte[] answer) {
    JsonNode root = read(answer);
    Map<String, Map<String, List<String>>> pathFiles = new LinkedHashMap<>();
    root.path("path_files")
        .forEachEntry((directory, files) -> pathFiles.put(directory, lists(files)));
    Map<String, String> finders = new LinkedHashMap<>();
    root.path("finders").forEach(directory -> finders.putAll(texts(directory)));
    JsonNode pytest = root.path("pytest");
    return new PythonAnswer(
        text(root, "executable"),
        text(root, "base_executable"),
        text(root, "version"),
        text(root, "prefix"),
        text(root, "library"),
        text(root, "bin"),
        list(root.path("packages")),
        Set.copyOf(list(root.path("installed"))),
        Set.copyOf(list(root.path("standard"))),
        pathFiles,
        finders,
        texts(root.path("scripts")),
        lists(root.path("distributions")),
        pytest.isString() ? pytest.stringValue() : null);
  }

  static JsonNode read(byte[] answer) {
    try {
      JsonNode root = JSON.readTree(answer);
      if (root.isObject()) {
        return root;
      }
    } catch (JacksonException notJson) {
      // told below, with a piece of it
    }
    String text = new String(answer, StandardCharsets.UTF_8).strip();
    throw new UnreadableAnswerException(
        text.isEmpty() ? "no answer" : text.substring(0, Math.min(SHOWN, text.length())));
  }

  private static String text(JsonNode root, String field) {
    JsonNode value = root.path(field);
    if (!value.isString()) {
      throw new UnreadableAnswerException("no " + field);
    }
    return value.stringValue();
  }

  private static List<String> list(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static Map<String, List<String>> lists(JsonNode object) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    object.forEachEntry((name, value) -> lists.put(name, list(value)));
    return lists;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.forEachEntry((name, value) -> texts.put(name, value.asString()));
    return texts;
  }
}

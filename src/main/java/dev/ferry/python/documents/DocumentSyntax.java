package dev.ferry.python.documents;

import dev.ferry.formats.IniDocument;
import dev.ferry.formats.TomlReader;
import dev.ferry.model.RepoPaths;
import dev.ferry.python.rewriting.CommandLines;
import dev.ferry.python.rewriting.PythonRewriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads documents whose format has a grammar, only to see whether they can be read. Takes what
 * usual readers of the format take, comments in JSON included: what matters is whether an edit
 * makes a difference.
 */
final class DocumentSyntax {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private DocumentSyntax() {}

  /** The line of the first mistake; nothing where there is none, or no grammar. */
  static OptionalInt mistake(String path, byte[] content) {
    String name = RepoPaths.name(path);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "toml" -> toml(text(content));
      case "yaml", "yml" -> yaml(text(content));
      case "json", "code-workspace" -> json(content);
      case "ipynb" -> notebook(path, content);
      default ->
          Format.of(path).filter(format -> format == Format.INI).isPresent()
              ? ini(text(content))
              : OptionalInt.empty();
    };
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static OptionalInt toml(String text) {
    try {
      TomlReader.read(text);
      return OptionalInt.empty();
    } catch (TomlReader.MalformedException mistake) {
      return OptionalInt.of(mistake.line());
    }
  }

  private static OptionalInt ini(String text) {
    return IniDocument.parse(text).faults().stream().mapToInt(IniDocument.Fault::line).findFirst();
  }

  private static OptionalInt yaml(String text) {
    try {
      for (var event : new Parse(LoadSettings.builder().build()).parseString(text)) {
        if (event == null) {
          break;
        }
      }
      return OptionalInt.empty();
    } catch (MarkedYamlEngineException mistake) {
      Optional<Mark> mark = mistake.getProblemMark();
      return OptionalInt.of(mark.map(at -> at.getLine() + 1).orElse(1));
    } catch (YamlEngineException mistake) {
      return OptionalInt.of(1);
    }
  }

  private static OptionalInt json(byte[] content) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), content)) {
      while (parser.nextToken() != null) {
        parser.skipChildren();
      }
      return OptionalInt.empty();
    } catch (JacksonException mistake) {
      var location = mistake.getLocation();
      return OptionalInt.of(location == null ? 1 : Math.max(1, location.getLineNr()));
    }
  }

  /** Also the code in the cells, as one file. */
  private static OptionalInt notebook(String path, byte[] content) {
    OptionalInt outside = json(content);
    NotebookCode code =
        outside.isPresent()
            ? null
            : NotebookCode.of(new String(content, StandardCharsets.ISO_8859_1));
    if (code == null) {
      return outside;
    }
    return new PythonRewriter(CommandLines.UNREAD).mistake(path, MagicLines.mask(code).code());
  }
}

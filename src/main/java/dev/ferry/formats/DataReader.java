package dev.ferry.formats;

import dev.ferry.formats.DataNode.Mapping;
import dev.ferry.formats.DataNode.Scalar;
import dev.ferry.formats.DataNode.Sequence;
import dev.ferry.formats.DataNode.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON and YAML with the lines that things stand on. */
public final class DataReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_ALIASES = 1000;
  private static final int DEEPEST = 500;

  private DataReader() {}

  /** A document, or why it cannot be read. */
  public sealed interface Reading {
    record Document(DataNode root) implements Reading {}

    /**
     * @param line from 1; 0 where it is not known
     */
    record Unreadable(int line, String why) implements Reading {}
  }

  /**
   * @param path tells the format: JSON where it ends so, else YAML
   */
  public static Reading read(String path, byte[] content) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException broken) {
      return new Reading.Unreadable(0, "not UTF-8");
    }
    return path.endsWith(".json") ? json(text) : yaml(text);
  }

  private static Reading json(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() == null) {
        return new Reading.Unreadable(1, "empty");
      }
      DataNode root = json(parser);
      return parser.nextToken() == null
          ? new Reading.Document(root)
          : new Reading.Unreadable(line(parser), "more follows the document");
    } catch (JacksonException mistake) {
      var location = mistake.getLocation();
      int line = location == null ? 0 : Math.max(0, location.getLineNr());
      return new Reading.Unreadable(line, firstLine(mistake.getOriginalMessage()));
    }
  }

  private static int line(JsonParser parser) {
    return Math.max(0, parser.currentTokenLocation().getLineNr());
  }

  private static DataNode json(JsonParser parser) {
    int line = line(parser);
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, DataNode> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, json(parser));
      }
      return new Mapping(line, members);
    }
    if (token == JsonToken.START_ARRAY) {
      List<DataNode> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(json(parser));
      }
      return new Sequence(line, items);
    }
    return new Scalar(line, type(token), String.valueOf(parser.getString()));
  }

  private static Type type(JsonToken token) {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return Type.INTEGER;
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return Type.NUMBER;
    }
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return Type.TRUTH;
    }
    return token == JsonToken.VALUE_NULL ? Type.NOTHING : Type.TEXT;
  }

  private static Reading yaml(String text) {
    LoadSettings settings =
        LoadSettings.builder().setMaxAliasesForCollections(MOST_ALIASES).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.isPresent()
          ? new Reading.Document(new YamlNodes().converted(root.get(), 0))
          : new Reading.Unreadable(1, "empty");
    } catch (MarkedYamlEngineException mistake) {
      int line = mistake.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      return new Reading.Unreadable(line, firstLine(mistake.getProblem()));
    } catch (YamlEngineException mistake) {
      return new Reading.Unreadable(0, firstLine(mistake.getMessage()));
    }
  }

  private static String firstLine(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  /** What an alias refers to is converted once, so that many aliases stay one node. */
  private static final class YamlNodes {
    private final Map<Node, DataNode> done = new IdentityHashMap<>();

    DataNode converted(Node node, int depth) {
      DataNode known = done.get(node);
      if (known != null) {
        return known;
      }
      if (depth > DEEPEST) {
        throw new YamlEngineException("nested too deep, or in itself");
      }
      int line = node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
      DataNode made =
          switch (node) {
            case MappingNode mapping -> mapping(mapping, line, depth);
            case SequenceNode sequence ->
                new Sequence(
                    line,
                    sequence.getValue().stream().map(item -> converted(item, depth + 1)).toList());
            case ScalarNode scalar -> new Scalar(line, type(scalar.getTag()), scalar.getValue());
            default -> throw new YamlEngineException("no value");
          };
      done.put(node, made);
      return made;
    }

    private Mapping mapping(MappingNode mapping, int line, int depth) {
      Map<String, DataNode> members = new LinkedHashMap<>();
      Map<String, DataNode> merged = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          throw new YamlEngineException("a key that is no text");
        }
        DataNode value = converted(tuple.getValueNode(), depth + 1);
        if (key.getValue().equals("<<")) {
          merge(value, merged);
        } else {
          members.put(key.getValue(), value);
        }
      }
      merged.forEach(members::putIfAbsent);
      return new Mapping(line, members);
    }

    private static void merge(DataNode value, Map<String, DataNode> merged) {
      switch (value) {
        case Mapping mapping -> mapping.members().forEach(merged::putIfAbsent);
        case Sequence sequence -> sequence.items().forEach(item -> merge(item, merged));
        case Scalar none -> throw new YamlEngineException("'<<' merges no mapping");
      }
    }

    private static Type type(Tag tag) {
      if (tag.equals(Tag.INT)) {
        return Type.INTEGER;
      }
      if (tag.equals(Tag.FLOAT)) {
        return Type.NUMBER;
      }
      if (tag.equals(Tag.BOOL)) {
        return Type.TRUTH;
      }
      return tag.equals(Tag.NULL) ? Type.NOTHING : Type.TEXT;
    }
  }
}

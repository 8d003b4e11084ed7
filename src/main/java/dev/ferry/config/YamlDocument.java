package dev.ferry.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/**
 * Reads YAML 1.2 as values with their places. The only class that touches the YAML library, so that
 * a run without a configuration file does not load it.
 */
final class YamlDocument {
  private static final int MOST_NODES = 20_000;
  private static final int MOST_DEPTH = 40;

  private int nodes;

  private YamlDocument() {}

  /** What is wrong with a document, and where. */
  static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Value.Position at;

    Broken(String what, Value.Position at) {
      super(what);
      this.at = at;
    }

    Value.Position at() {
      return at;
    }
  }

  /** The document's value; nothing for a document without content. */
  static Optional<Value> read(String text) throws Broken {
    try {
      LoadSettings settings = LoadSettings.builder().setParseComments(false).build();
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.isEmpty()
          ? Optional.empty()
          : Optional.of(new YamlDocument().value(root.get(), 0));
    } catch (MarkedYamlEngineException e) {
      Value.Position at =
          e.getProblemMark().map(YamlDocument::position).orElse(Value.Position.NONE);
      throw new Broken(e.getProblem() == null ? "not YAML" : e.getProblem(), at);
    } catch (YamlEngineException e) {
      throw new Broken(
          String.valueOf(e.getMessage()).lines().findFirst().orElse(""), Value.Position.NONE);
    }
  }

  /** Aliases share nodes, so a small document can stand for a huge or endless one. */
  private Value value(Node node, int depth) throws Broken {
    Value.Position at = node.getStartMark().map(YamlDocument::position).orElse(Value.Position.NONE);
    if (++nodes > MOST_NODES || depth > MOST_DEPTH) {
      throw new Broken("it is too large or refers to itself", at);
    }
    return switch (node) {
      case ScalarNode scalar ->
          scalar.getTag().equals(Tag.NULL)
              ? new Value.Absent(at)
              : new Value.Scalar(scalar.getValue(), at);
      case SequenceNode sequence -> {
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
          items.add(value(item, depth + 1));
        }
        yield new Value.Sequence(items, at);
      }
      case MappingNode mapping -> table(mapping, at, depth);
      default -> throw new Broken("it holds something that is no value", at);
    };
  }

  private Value table(MappingNode mapping, Value.Position at, int depth) throws Broken {
    List<Value.Pair> pairs = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Value key = value(tuple.getKeyNode(), depth + 1);
      if (!(key instanceof Value.Scalar(String name, Value.Position keyAt))) {
        throw new Broken("a key must be a plain word", key.at());
      }
      pairs.add(new Value.Pair(name, keyAt, value(tuple.getValueNode(), depth + 1)));
    }
    return new Value.Table(pairs, at);
  }

  private static Value.Position position(Mark mark) {
    return new Value.Position(mark.getLine() + 1, mark.getColumn() + 1);
  }
}

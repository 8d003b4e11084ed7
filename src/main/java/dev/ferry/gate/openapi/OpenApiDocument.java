package dev.ferry.gate.openapi;

import dev.ferry.formats.DataNode;
import dev.ferry.formats.DataNode.Mapping;
import dev.ferry.formats.DataNode.Scalar;
import dev.ferry.formats.DataReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds a document against OpenAPI 3.0 or 3.1. */
public final class OpenApiDocument {
  private static final Pattern FILE = Pattern.compile("(?i).*\\.(json|ya?ml)");
  private static final Pattern MENTION = Pattern.compile("openapi|swagger");
  private static final Pattern KEY =
      Pattern.compile("(?m)^\\s*[{]?\\s*[\"']?(openapi|swagger)[\"']?\\s*:");
  private static final Pattern VERSION = Pattern.compile("3\\.([01])\\.\\d+(-.+)?");

  private OpenApiDocument() {}

  /** What was found. */
  public sealed interface Checked {
    /**
     * @param isOne false where the key is missing that makes it an OpenAPI document
     */
    record Read(boolean isOne, List<Mistake> mistakes) implements Checked {
      public Read {
        mistakes = List.copyOf(mistakes);
      }
    }

    /** Of a version whose rules are not known here. */
    record OtherVersion(String version) implements Checked {}

    record Unreadable(int line, String why) implements Checked {}
  }

  /** Whether a file of this name may be one. */
  public static boolean hasItsName(String path) {
    return FILE.matcher(path).matches();
  }

  /** Whether a file is worth a look: many that are none pass. */
  public static boolean mentionsIt(byte[] content) {
    return MENTION.matcher(text(content)).find();
  }

  /** Whether a file that cannot be read begins a line with the key that makes it one. */
  public static boolean claims(byte[] content) {
    return KEY.matcher(text(content)).find();
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  /**
   * @param tree the bytes of a file that it may refer to, by its path
   */
  public static Checked check(
      String path, byte[] content, Function<String, Optional<byte[]>> tree) {
    return switch (DataReader.read(path, content)) {
      case DataReader.Reading.Unreadable(int line, String why) -> new Checked.Unreadable(line, why);
      case DataReader.Reading.Document(DataNode root) -> check(path, root, tree);
    };
  }

  private static Checked check(
      String path, DataNode root, Function<String, Optional<byte[]>> tree) {
    if (!(root instanceof Mapping mapping)) {
      return none(path, root);
    }
    if (mapping.members().get("swagger") instanceof Scalar version) {
      return new Checked.OtherVersion(version.text());
    }
    if (!(mapping.members().get("openapi") instanceof Scalar version)) {
      return none(path, root);
    }
    Place place = new Place(path, root, "");
    Matcher known = VERSION.matcher(version.text());
    if (!known.matches()) {
      if (version.text().matches("3\\.[2-9].*|[4-9]\\..*")) {
        return new Checked.OtherVersion(version.text());
      }
      String text = "is no version of the specification, such as 3.1.0";
      return new Checked.Read(true, List.of(new Mistake(path, version.line(), "/openapi", text)));
    }
    DocumentWalk walk =
        new DocumentWalk(Integer.parseInt(known.group(1)), new References(tree), place);
    walk.object(ObjectKind.DOCUMENT, root, place);
    return new Checked.Read(true, walk.mistakes());
  }

  private static Checked none(String path, DataNode root) {
    return new Checked.Read(
        false, List.of(new Mistake(path, root.line(), "", "lacks 'openapi' with its version")));
  }
}

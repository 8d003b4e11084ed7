package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What documentation tools read as names in documents: Sphinx's directives and roles, mkdocstrings'
 * identifiers. Prose is left to the report of mentions.
 */
final class DocumentationItems {
  /** A directive with its argument, in reStructuredText or in a fence of MyST. */
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "^[ \\t]*(?:\\.\\.[ \\t]+|[`~:]{3,}\\{)(?:py:)?([\\w-]+)"
              + "(?:::|\\})[ \\t]+(\\S.*?)[ \\t]*\\r?$",
          Pattern.MULTILINE);

  /** A role, with or without a title of its own. */
  private static final Pattern ROLE =
      Pattern.compile(
          "[:{](?:py:)?(?:mod|class|func|meth|attr|data|exc|obj|const|type|any|deco)[:}]`"
              + "(?:[^`<\\n]*<)?([~!]?[\\w.]+)(?:\\(\\))?>?`");

  /** A list of names below a directive. */
  private static final Pattern SUMMARY =
      Pattern.compile(
          "^([ \\t]*)(?:\\.\\.[ \\t]+|[`~:]{3,}\\{)autosummary(?:::|\\}).*$", Pattern.MULTILINE);

  private static final Pattern IDENTIFIER =
      Pattern.compile("^[ \\t]*:{3}[ \\t]+([\\w.]+)[ \\t]*\\r?$", Pattern.MULTILINE);

  /** A reference to an identifier: {@code [title][a.b.C]} and {@code [a.b.C][]}. */
  private static final Pattern REFERENCE =
      Pattern.compile("(?:\\]\\[([\\w.]+)\\])|(?:\\[`?([\\w.]+)`?\\]\\[\\])");

  private static final Pattern DOWNLOAD =
      Pattern.compile("[:{]download[:}]`(?:[^`<\\n]*<)?([\\w./-]+)>?`");

  /** A file that is put in: pymdown's snippets. */
  private static final Pattern SNIPPET =
      Pattern.compile("^[ \\t]*-+8<-+[ \\t]+[\"']([\\w./-]+)", Pattern.MULTILINE);

  /** The target of a link of Markdown, and of reStructuredText. */
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?![a-z]+:)([\\w./-]+)(?:#[\\w-]*)?\\)|`[^`<\\n]+<(\\.[\\w./-]+)>`_");

  /** A link of HTML, from the root of the site or from the page. */
  private static final Pattern ATTRIBUTE =
      Pattern.compile("(?:href|src)=[\"']?/?([\\w-][\\w./-]*)(?=[\"'#?> ])");

  /** A path as Windows writes it. */
  private static final Pattern BACKSLASHES = Pattern.compile("((?:[\\w.-]*\\\\)+[\\w.-]*\\w)");

  /** A path that leads up, whatever stands around it. */
  private static final Pattern UPWARD =
      Pattern.compile("(?<![\\w./-])((?:\\.\\./)+[\\w.-][\\w./-]*\\w)");

  private static final Pattern OPTION =
      Pattern.compile("^[ \\t]+:module:[ \\t]+([\\w.]+)[ \\t]*\\r?$", Pattern.MULTILINE);

  /** What tells that one of the searches may find something; and that there are examples. */
  static final Marks MARKS =
      new Marks(
          Stream.concat(
                  Stream.of(
                      "::",
                      ".. ",
                      "..\t",
                      "`{",
                      "~{",
                      ":{",
                      ":`",
                      "}`",
                      ":::",
                      "download:`",
                      "download}`",
                      "8<-",
                      "](",
                      ">`_",
                      "://",
                      "\\",
                      "../",
                      ">>> ",
                      "cd ",
                      "```",
                      "~~~",
                      "][",
                      ":module:",
                      "autosummary",
                      "href=",
                      "src=",
                      "import "),
                  Addresses.MARKS.stream())
              .toArray(String[]::new));

  /** What a line begins after, for a pattern. */
  private static final String TERMINATORS = "\n\r\u0085\u2028\u2029";

  private DocumentationItems() {}

  static List<Item> read(String text) {
    return read(text, MARKS.in(text));
  }

  /**
   * @param found which of {@link #MARKS} the text holds
   */
  static List<Item> read(String text, Marks.Found found) {
    List<Item> items = new ArrayList<>();
    if (found.isEmpty()) {
      return items;
    }
    boolean dots = found.has("::") && (found.has(".. ") || found.has("..\t"));
    boolean fence = found.has("`{") || found.has("~{") || found.has(":{");
    if (dots || fence) {
      directives(text, found, items);
    }
    if (found.has(":module:")) {
      all(new Anchored(OPTION, text, Anchored.EVERYWHERE), "option", items);
    }
    if (found.has(":`") || found.has("}`")) {
      all(new Anchored(ROLE, text, DocumentationItems::nextRole), "role", items);
    }
    if (found.has(":::")) {
      all(new Anchored(IDENTIFIER, text, Anchored.EVERYWHERE), "identifier", items);
    }
    if (found.has("download:`") || found.has("download}`")) {
      all(new Anchored(DOWNLOAD, text, DocumentationItems::nextDownload), "download", items);
    }
    if (found.has("8<-")) {
      all(new Anchored(SNIPPET, text, Anchored.EVERYWHERE), "snippet", items);
    }
    if (found.has("](")) {
      all(new Anchored(LINK, text, (all, from) -> all.indexOf("](", from)), "link", items);
    }
    if (found.has(">`_")) {
      all(new Anchored(LINK, text, DocumentationItems::nextQuotedLink), "link", items);
    }
    if (found.has("://") && Addresses.MARKS.stream().anyMatch(found::has)) {
      addresses(text, items);
    }
    if (found.has("\\")) {
      all(new Anchored(BACKSLASHES, text, DocumentationItems::nextBackslash), "backslashes", items);
    }
    if (found.has("../")) {
      all(new Anchored(UPWARD, text, (all, from) -> all.indexOf("../", from)), "link", items);
    }
    if (found.has("cd ") && (found.has("```") || found.has("~~~"))) {
      ShellFences.read(text, items);
    }
    if (found.has("href=") || found.has("src=")) {
      all(new Anchored(ATTRIBUTE, text, DocumentationItems::nextAttribute), "link", items);
    }
    if (found.has("import ")) {
      items.addAll(ShownCode.in(text));
    }
    if (found.has("][")) {
      all(new Anchored(REFERENCE, text, DocumentationItems::nextReference), "reference", items);
    }
    return items;
  }

  private static int nextAttribute(String text, int from) {
    for (int at = text.indexOf('=', from); at >= 0; at = text.indexOf('=', at + 1)) {
      if (at >= from + 4 && text.startsWith("href", at - 4)) {
        return at - 4;
      }
      if (at >= from + 3 && text.startsWith("src", at - 3)) {
        return at - 3;
      }
    }
    return -1;
  }

  private static int nextBackslash(String text, int from) {
    int at = text.indexOf('\\', from);
    while (at > from && isOfName(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isOfName(char c) {
    return isWord(c) || c == '-';
  }

  /** Addresses that may lead to files, from their two slashes on. */
  private static void addresses(String text, List<Item> items) {
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int end = at + 1;
      while (end < text.length() && isOfPath(text.charAt(end))) {
        end++;
      }
      if (Addresses.mayBe(text, at + 1, end)) {
        items.add(new Item(List.of("address"), false, at, at + 1, end));
      }
    }
  }

  private static boolean isOfPath(char c) {
    return isWord(c) || c == '/' || c == '-' || c >= 0x80;
  }

  private static void directives(String text, Marks.Found marks, List<Item> items) {
    Anchored found = new Anchored(DIRECTIVE, text, DocumentationItems::nextDirective);
    Matcher directive = found.matcher();
    while (found.find()) {
      items.add(
          new Item(
              List.of("directive", directive.group(1)),
              false,
              directive.start(),
              directive.start(2),
              directive.end(2)));
    }
    if (!marks.has("autosummary")) {
      return;
    }
    Matcher summary = SUMMARY.matcher(text);
    while (summary.find()) {
      entries(text, summary.end(), summary.group(1).length(), items);
    }
  }

  /** The names below the directive: deeper than it, or up to the end of its fence. */
  private static void entries(String text, int from, int column, List<Item> items) {
    int directive = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1;
    boolean fenced = text.substring(directive, from).contains("{");
    int at = text.indexOf('\n', from) + 1;
    while (at > 0 && at < text.length()) {
      int end = text.indexOf('\n', at);
      int lineEnd = Lines.trimEnd(text, at, end < 0 ? text.length() : end);
      int start = Lines.skipBlanks(text, at, lineEnd);
      if (start < lineEnd) {
        char first = text.charAt(start);
        if (fenced ? first == '`' || first == '~' : start - at <= column) {
          return;
        }
        if (first != ':') {
          items.add(
              new Item(List.of("summary"), false, from, first == '~' ? start + 1 : start, lineEnd));
        }
      }
      at = end + 1;
    }
  }

  /** Where a role may begin: before the quote that {@code :mod:`} ends with. */
  private static int nextRole(String text, int from) {
    for (int quote = text.indexOf('`', from); quote >= 0; quote = text.indexOf('`', quote + 1)) {
      char before = quote < 2 ? ' ' : text.charAt(quote - 1);
      if (before == ':' || before == '}') {
        int start = quote - 2;
        while (start > from && isLetter(text.charAt(start))) {
          start--;
        }
        boolean domain =
            start - 3 >= from && text.startsWith("py:", start - 2) && isOpening(text, start - 3);
        start = domain ? start - 3 : start;
        if (start >= from && isOpening(text, start)) {
          return start;
        }
      }
    }
    return -1;
  }

  private static int nextDownload(String text, int from) {
    int word = text.indexOf("download", from + 1);
    return word < 0 ? -1 : word - 1;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isOpening(String text, int at) {
    return text.charAt(at) == ':' || text.charAt(at) == '{';
  }

  /** Where a reference may begin: at {@code ][}, or at what stands in brackets before it. */
  private static int nextReference(String text, int from) {
    int middle = text.indexOf("][", from);
    if (middle < 0 || !text.startsWith("][]", middle)) {
      return middle;
    }
    int start = middle - 1;
    while (start > from && (isWord(text.charAt(start)) || text.charAt(start) == '`')) {
      start--;
    }
    return start >= from && text.charAt(start) == '[' ? start : middle;
  }

  /** The backtick before the next {@code <.}: {@code `text <../path>`_}. */
  private static int nextQuotedLink(String text, int from) {
    int searched = from;
    for (int angle = text.indexOf("<.", from); angle >= 0; angle = text.indexOf("<.", angle + 1)) {
      for (int at = angle - 1; at >= searched; at--) {
        if (text.charAt(at) == '`') {
          return at;
        }
      }
      searched = angle;
    }
    return -1;
  }

  private static boolean isWord(char c) {
    return isLetter(c) || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.';
  }

  /** Where a directive may begin: at the beginning of a line with {@code ..} or a fence. */
  private static int nextDirective(String text, int from) {
    int dots = nextDots(text, from);
    int fence = nextFence(text, from, from);
    while (dots >= 0 || fence >= 0) {
      boolean isDots = dots >= 0 && (fence < 0 || dots < fence);
      int marker = isDots ? dots : fence;
      int start = marker;
      while (!isDots && start > from && isFence(text, start - 1)) {
        start--;
      }
      while (start > from && isBlank(text, start - 1)) {
        start--;
      }
      if (start == 0 || TERMINATORS.indexOf(text.charAt(start - 1)) >= 0) {
        return start;
      }
      dots = isDots ? nextDots(text, marker + 1) : dots;
      fence = isDots ? fence : nextFence(text, from, marker + 1);
    }
    return -1;
  }

  private static int nextDots(String text, int from) {
    int dots = text.indexOf("..", from);
    while (dots >= 0 && !isBlank(text, dots + 2)) {
      dots = text.indexOf("..", dots + 1);
    }
    return dots;
  }

  /** The brace of a fence that begins at {@code first} or later. */
  private static int nextFence(String text, int first, int from) {
    int fence = text.indexOf('{', from);
    while (fence >= 0
        && !(fence - 3 >= first && isFence(text, fence - 1) && isFence(text, fence - 2))) {
      fence = text.indexOf('{', fence + 1);
    }
    return fence;
  }

  private static boolean isFence(String text, int at) {
    return "`~:".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isBlank(String text, int at) {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
  }

  private static void all(Anchored found, String kind, List<Item> items) {
    Matcher matcher = found.matcher();
    String text = found.text();
    while (found.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        if (matcher.group(group) != null) {
          int tilde = "~!".indexOf(text.charAt(matcher.start(group))) >= 0 ? 1 : 0;
          items.add(
              new Item(
                  List.of(kind),
                  false,
                  matcher.start(),
                  matcher.start(group) + tilde,
                  matcher.end(group)));
        }
      }
    }
  }
}

package dev.ferry.python.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
          "[:{](?:py:)?(?:mod|class|func|meth|attr|data|exc|obj|const|type)[:}]`"
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

  private static final Pattern OPTION =
      Pattern.compile("^[ \\t]+:module:[ \\t]+([\\w.]+)[ \\t]*\\r?$", Pattern.MULTILINE);

  private DocumentationItems() {}

  static List<Item> read(String text) {
    List<Item> items = new ArrayList<>();
    if (text.indexOf("::") >= 0 || text.indexOf("}") >= 0) {
      directives(text, items);
    }
    if (text.indexOf('`') >= 0) {
      all(ROLE, text, "role", items);
    }
    if (text.indexOf(":::") >= 0) {
      all(IDENTIFIER, text, "identifier", items);
    }
    if (text.indexOf("][") >= 0) {
      all(REFERENCE, text, "reference", items);
    }
    return items;
  }

  private static void directives(String text, List<Item> items) {
    Matcher directive = DIRECTIVE.matcher(text);
    while (directive.find()) {
      items.add(
          new Item(
              List.of("directive", directive.group(1)),
              false,
              directive.start(),
              directive.start(2),
              directive.end(2)));
    }
    if (text.contains(":module:")) {
      all(OPTION, text, "option", items);
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

  private static void all(Pattern pattern, String text, String kind, List<Item> items) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
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

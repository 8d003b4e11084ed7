package dev.ferry.git;

import java.util.regex.Pattern;

/** Takes secrets out of what git says, before anybody sees or stores it. */
public final class Credentials {
  private static final Pattern IN_URL = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)[^/\\s@]+@");
  private static final Pattern IN_QUERY =
      Pattern.compile("(?i)((?:access_token|private_token|token|password)=)[^&\\s]+");
  private static final Pattern HEADER = Pattern.compile("(?i)(authorization:\\s*)[^\\r\\n]+");
  private static final Pattern TOKEN =
      Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\\w{16,}|glpat-[\\w-]{16,})");

  private Credentials() {}

  /** The text with user names, passwords and tokens replaced by {@code ***}. */
  public static String redacted(String text) {
    String safe = IN_URL.matcher(text).replaceAll("$1***@");
    safe = IN_QUERY.matcher(safe).replaceAll("$1***");
    safe = HEADER.matcher(safe).replaceAll("$1***");
    return TOKEN.matcher(safe).replaceAll("***");
  }
}

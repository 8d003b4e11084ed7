package dev.ferry.python.rewriting;

import java.util.Set;

/** Endings of files: {@code labs.api.json} is no attribute of {@code labs.api}. */
public final class FileEndings {
  private static final Set<String> KNOWN =
      Set.of(
          "py", "pyi", "pyc", "ipynb", "json", "yaml", "yml", "toml", "cfg", "ini", "md", "rst",
          "txt", "sh", "log", "html", "htm", "xml", "csv", "tsv", "js", "ts", "css", "lock", "sql",
          "png", "svg", "jpg", "pdf", "zip", "gz", "tar", "whl", "egg", "env", "conf", "db", "com",
          "org", "net", "io", "dev", "service", "sock", "pid", "so", "exe", "bat", "in");

  private FileEndings() {}

  public static boolean contains(String ending) {
    return KNOWN.contains(ending);
  }
}

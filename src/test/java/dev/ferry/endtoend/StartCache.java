package dev.ferry.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An ahead-of-time cache, as the launcher has one, for the jar under test, made once where tests
 * that start thousands of ferries ask for it by {@code -Dferry.test.aot=FILE}.
 */
final class StartCache {
  private static final long LIMIT_SECONDS = 120;

  private StartCache() {}

  /** Options of the JVM; none where nobody asked. */
  static synchronized List<String> options(Path jar) {
    String file = System.getProperty("ferry.test.aot");
    if (file == null) {
      return List.of();
    }
    Path cache = Path.of(file).toAbsolutePath();
    try {
      if (!Files.exists(cache) || isOlder(cache, jar)) {
        make(cache, jar);
      }
      return List.of("-XX:AOTCache=" + cache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isOlder(Path cache, Path jar) throws IOException {
    return Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) < 0;
  }

  private static void make(Path cache, Path jar) throws IOException, InterruptedException {
    Path place = Files.createTempDirectory("ferry-rehearsal-");
    try {
      Harbor.at(place);
      List<String> argv = new ArrayList<>();
      argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      argv.addAll(BuiltFerry.AS_LAUNCHED);
      argv.add("-XX:AOTCacheOutput=" + cache);
      argv.addAll(List.of("-jar", jar.toString(), "run", "--all", "--keep-going"));
      Process process =
          new ProcessBuilder(argv)
              .directory(place.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the start-up cache was not made in " + LIMIT_SECONDS + " s");
      }
    } finally {
      DeletedTree.delete(place);
    }
  }
}

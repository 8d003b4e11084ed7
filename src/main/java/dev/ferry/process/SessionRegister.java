package dev.ferry.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sessions that run, one file each: who owns it, and its first process once that is known. A
 * file is announced before the program starts, because a ferry may be killed in between.
 */
final class SessionRegister {
  private static final String SUFFIX = ".session";

  private final Path directory;

  SessionRegister(Path directory) {
    this.directory = directory;
  }

  void announce(String id) {
    write(id, List.of(ProcessIdentity.current().line()));
  }

  void started(String id, ProcessIdentity leader) {
    write(id, List.of(ProcessIdentity.current().line(), leader.line()));
  }

  void remove(String id) {
    delete(file(id));
  }

  List<String> endLeftovers() {
    List<String> ended = new ArrayList<>();
    for (Path file : files()) {
      Optional<List<String>> lines = read(file);
      Optional<ProcessIdentity> owner =
          lines.filter(l -> !l.isEmpty()).flatMap(l -> ProcessIdentity.parse(l.getFirst()));
      boolean ownerDead = owner.map(o -> o.state() == ProcessIdentity.State.DEAD).orElse(false);
      if (ownerDead) {
        ended.addAll(end(file, lines.orElseThrow()));
        delete(file);
      }
    }
    return ended;
  }

  private static List<String> end(Path file, List<String> lines) {
    String name = file.getFileName().toString();
    String id = name.substring(0, name.length() - SUFFIX.length());
    // a number that belongs to another process by now must not lead to that one's group
    long leader =
        lines.size() < 2
            ? 0
            : ProcessIdentity.parse(lines.get(1))
                .filter(l -> l.state() == ProcessIdentity.State.ALIVE)
                .map(ProcessIdentity::pid)
                .orElse(0L);
    return SessionMembers.of(leader, Sessions.MARK + "=" + id).end(Programs.GRACE);
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(directory)) {
      return files;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      all.forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Optional<List<String>> read(Path file) {
    try {
      return Optional.of(Files.readAllLines(file));
    } catch (IOException removedMeanwhile) {
      return Optional.empty();
    }
  }

  private void write(String id, List<String> lines) {
    try {
      Files.createDirectories(directory);
      Path fresh = directory.resolve(id + ".new");
      Files.write(fresh, lines);
      Files.move(fresh, file(id), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String id) {
    return directory.resolve(id + SUFFIX);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

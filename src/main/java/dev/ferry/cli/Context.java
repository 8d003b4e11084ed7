package dev.ferry.cli;

import dev.ferry.run.Workbench;
import dev.ferry.view.Console;
import dev.ferry.view.Messages;
import dev.ferry.view.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every command is made with: options, streams, and the rooms once it asks for them. */
final class Context implements AutoCloseable {
  private final GlobalOptions options;
  private final Surroundings surroundings;
  private final Rooms rooms;
  private @Nullable Console console;
  private @Nullable Workbench workbench;

  Context(GlobalOptions options, Surroundings surroundings, Rooms rooms) {
    this.options = options;
    this.surroundings = surroundings;
    this.rooms = rooms;
  }

  GlobalOptions options() {
    return options;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Made at the first call: only then are the options known that colour it. */
  Console console() {
    if (console == null) {
      console =
          new Console(
              surroundings.out(),
              surroundings.err(),
              palette(surroundings.terminal().out()),
              palette(surroundings.terminal().err()),
              loudness(),
              Messages.load());
    }
    return console;
  }

  Workbench workbench() {
    if (workbench == null) {
      workbench = workbenchIn(surroundings.resolve(options.directory()));
    }
    return workbench;
  }

  Rooms rooms() {
    return rooms;
  }

  /** The rooms of another directory than the one that the options name. To be closed. */
  Workbench workbenchIn(Path directory) {
    return rooms.open(
        directory, options, surroundings, problem -> console().tell(List.of(problem)));
  }

  /** Data that is no text of ferry's: goes to standard output byte for byte. */
  void data(byte[] bytes) {
    try {
      surroundings.out().flush();
      surroundings.bytes().write(bytes);
      surroundings.bytes().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (workbench != null) {
      workbench.close();
    }
  }

  private Palette palette(boolean isTerminal) {
    return Palette.choose(options.color(), surroundings.environment(), isTerminal);
  }

  private Console.Loudness loudness() {
    if (options.quiet()) {
      return Console.Loudness.QUIET;
    }
    return options.verbose() ? Console.Loudness.VERBOSE : Console.Loudness.NORMAL;
  }
}

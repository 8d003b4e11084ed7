package dev.ferry.python.rewriting;

import dev.ferry.python.scopes.Binding;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.FileAnalysis.PlacedImport;
import dev.ferry.python.scopes.Reference;
import dev.ferry.python.scopes.Scope;
import dev.ferry.python.syntax.BindingKind;
import dev.ferry.python.syntax.ImportStatement;
import dev.ferry.python.syntax.ImportStatement.From;
import dev.ferry.python.syntax.ImportStatement.Item;
import dev.ferry.python.syntax.ImportStatement.Plain;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells which functions take a command line, by what the file has imported under their names. */
final class ProcessStarters {
  /** Which arguments are the command. */
  enum Takes {
    /** The first one, as a string or as a list. */
    FIRST,
    /** All of them, one word each. */
    ALL
  }

  private static final Set<String> OF_ONE =
      Set.of(
          "subprocess.run",
          "subprocess.call",
          "subprocess.check_call",
          "subprocess.check_output",
          "subprocess.Popen",
          "subprocess.getoutput",
          "subprocess.getstatusoutput",
          "os.system",
          "os.popen",
          "asyncio.create_subprocess_shell",
          "asyncio.subprocess.create_subprocess_shell",
          "anyio.run_process",
          "anyio.open_process",
          "trio.run_process",
          "psutil.Popen",
          "shlex.split",
          "pexpect.spawn",
          "pexpect.spawnu",
          "pexpect.run",
          "pexpect.runu",
          "pexpect.popen_spawn.PopenSpawn",
          "invoke.run",
          "fabric.api.local",
          "fabric.operations.local",
          "pytest.main",
          "runpy.run_path");

  private static final Set<String> OF_MANY =
      Set.of(
          "asyncio.create_subprocess_exec",
          "asyncio.subprocess.create_subprocess_exec",
          "os.execl",
          "os.execle",
          "os.execlp",
          "os.execlpe",
          "os.execv",
          "os.execve",
          "os.execvp",
          "os.execvpe",
          "os.spawnl",
          "os.spawnle",
          "os.spawnlp",
          "os.spawnlpe",
          "os.spawnv",
          "os.spawnve",
          "os.spawnvp",
          "os.spawnvpe",
          "os.posix_spawn",
          "os.posix_spawnp");

  /** Methods of what a task of Invoke or a session of Nox is given. */
  private static final Set<String> OF_CONTEXTS = Set.of("run", "sudo");

  private static final Set<String> OF_SESSIONS = Set.of("run", "run_always", "run_install");

  private static final Set<String> LAST_NAMES =
      Stream.of(OF_ONE, OF_MANY, OF_CONTEXTS, OF_SESSIONS)
          .flatMap(Set::stream)
          .map(DottedNames::last)
          .collect(Collectors.toUnmodifiableSet());

  private final Set<String> libraries = new HashSet<>();
  private final Set<String> aliases = new HashSet<>();

  ProcessStarters(FileAnalysis analysis) {
    for (PlacedImport placed : analysis.imports()) {
      for (Item item : placed.statement().names()) {
        libraries.add(DottedNames.first(origin(placed.statement(), item)));
        if (item.alias() >= 0) {
          aliases.add(placed.statement().tokens().identifier(item.alias()));
        }
      }
    }
  }

  /** A quick look at the last name. */
  boolean mayBe(Reference callee) {
    return LAST_NAMES.contains(callee.segment(callee.length() - 1))
        || aliases.contains(callee.name());
  }

  /**
   * @param callee a chain that is called
   */
  Optional<Takes> of(Reference callee) {
    Scope owner = callee.owner();
    if (owner == null) {
      return Optional.empty();
    }
    for (Binding binding : owner.bindings(callee.name())) {
      ImportStatement statement = binding.statement();
      Item item = binding.item();
      if (statement != null && item != null) {
        String called = called(statement, item, callee);
        if (OF_ONE.contains(called)) {
          return Optional.of(Takes.FIRST);
        }
        if (OF_MANY.contains(called)) {
          return Optional.of(Takes.ALL);
        }
      } else if (binding.kind() == BindingKind.PARAMETER && isContext(callee)) {
        return ofParameter(callee.segment(1));
      }
    }
    return Optional.empty();
  }

  private static boolean isContext(Reference callee) {
    return callee.length() == 2 && !callee.name().equals("self") && !callee.name().equals("cls");
  }

  private Optional<Takes> ofParameter(String method) {
    if (libraries.contains("nox") && OF_SESSIONS.contains(method)) {
      return Optional.of(Takes.ALL);
    }
    boolean invoked = libraries.contains("invoke") && OF_CONTEXTS.contains(method);
    return invoked ? Optional.of(Takes.FIRST) : Optional.empty();
  }

  private static String called(ImportStatement statement, Item item, Reference callee) {
    List<String> segments = Segments.names(callee);
    String rest = String.join(".", segments.subList(1, segments.size()));
    boolean root = statement instanceof Plain && item.alias() < 0;
    String origin = origin(statement, item);
    return DottedNames.join(root ? DottedNames.first(origin) : origin, rest);
  }

  /** What an import brings in, by its full name; empty for a relative one. */
  private static String origin(ImportStatement statement, Item item) {
    return switch (statement) {
      case Plain plain -> Segments.text(plain.tokens(), item.segments());
      case From from ->
          from.level() > 0 || from.isStar()
              ? ""
              : DottedNames.join(
                  Segments.text(from.tokens(), from.module()),
                  from.tokens().identifier(item.first()));
    };
  }
}

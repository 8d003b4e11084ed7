package dev.ferry;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The walls between the rooms, as docs/architecture.md draws them.
 *
 * <p>A rule may match nothing only while its room holds no class; from the first class on, a rule
 * that checks nothing fails.
 */
final class ArchitectureTest {
  private static final String ROOT = "dev.ferry.";

  /** From the outside in: a room may use every room of the levels below its own. */
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("app"),
          Set.of("cli", "server", "mcp"),
          Set.of("run", "view"),
          Set.of("plan", "probe", "gate", "git", "forge", "ledger"),
          Set.of("python", "lanes", "process"),
          Set.of("facts", "batch", "config", "toolchain"),
          Set.of("formats"),
          Set.of("model"));

  /** Uses within one level, each with its reason beside it. */
  private static final Map<String, Set<String>> NEIGHBOURS =
      Map.of("probe", Set.of("gate")); // what was gathered is written down as evidence

  /** Rooms that compute values from values: no process, no file, no network. */
  private static final Set<String> PURE =
      Set.of("plan", "lanes", "gate", "python", "toolchain", "formats", "model");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("package-info"))
          .importPackages("dev.ferry");

  static Stream<String> rooms() {
    return LEVELS.stream().flatMap(Set::stream).sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyTheLevelsBelowIt(String room) {
    Set<String> allowed = allowedFor(room);
    String[] forbidden =
        rooms()
            .filter(other -> !other.equals(room) && !allowed.contains(other))
            .map(ArchitectureTest::everythingIn)
            .toArray(String[]::new);
    if (forbidden.length == 0) {
      return; // app wires everything together
    }
    noClasses()
        .that()
        .resideInAPackage(everythingIn(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .allowEmptyShould(isEmpty(room))
        .check(CLASSES);
  }

  @Test
  void everyClassLivesInARoom() {
    classes()
        .should()
        .resideInAnyPackage(rooms().map(ArchitectureTest::everythingIn).toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void packagesAreAcyclic() {
    slices().matching("dev.ferry.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noPackageIsADrawerForEverything() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helpers..", "..misc..")
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("pureRooms")
  void aPureRoomOpensNoFileAndStartsNoProgram(String room) {
    noClasses()
        .that()
        .resideInAPackage(everythingIn(room))
        .should()
        .dependOnClassesThat(reachTheOutside())
        .allowEmptyShould(isEmpty(room))
        .check(CLASSES);
  }

  static Stream<String> pureRooms() {
    return PURE.stream().sorted();
  }

  @Test
  void onlyTheProcessRoomStartsPrograms() {
    noClasses()
        .that()
        .resideOutsideOfPackage(everythingIn("process"))
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ProcessBuilder.class, Process.class)
        .check(CLASSES);
    noClasses()
        .should(callMethodWhere(calls(Runtime.class, "exec")))
        .because("ProcessBuilder takes an argv; Runtime.exec splits a string")
        .check(CLASSES);
  }

  @Test
  void onlyTheAppTouchesTheProcessItRunsIn() {
    noClasses()
        .that()
        .resideOutsideOfPackage(everythingIn("app"))
        .should(callMethodWhere(calls(System.class, "getenv")))
        .orShould(callMethodWhere(calls(System.class, "exit")))
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .because("environment and standard streams come in through constructors")
        .allowEmptyShould(onlyTheAppExists())
        .check(CLASSES);
  }

  @Test
  void theServerReadsTheLedgerOnly() {
    noClasses()
        .that()
        .resideInAPackage(everythingIn("server"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            rooms()
                .filter(room -> !Set.of("server", "ledger", "view", "model").contains(room))
                .map(ArchitectureTest::everythingIn)
                .toArray(String[]::new))
        .allowEmptyShould(isEmpty("server"))
        .check(CLASSES);
  }

  @Test
  void onlyTheAppPicksALanguage() {
    noClasses()
        .that()
        .resideOutsideOfPackages(everythingIn("python"), everythingIn("app"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(everythingIn("python"))
        .because("everybody else knows languages through the ports of facts and toolchain")
        .allowEmptyShould(onlyTheAppExists())
        .check(CLASSES);
  }

  /** Class files do not show which program an argv names, so this one reads the sources. */
  @Test
  void oneClassOfTheGitRoomNamesTheGitProgram() throws IOException {
    Path sources = Path.of("src/main/java/dev/ferry");
    List<String> naming = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        if (Files.readString(file).contains("\"git\"")) {
          naming.add(sources.relativize(file).toString());
        }
      }
    }
    assertThat(naming).hasSize(isEmpty("git") ? 0 : 1).allMatch(file -> file.startsWith("git/"));
  }

  private static Set<String> allowedFor(String room) {
    int level = levelOf(room);
    Stream<String> below = LEVELS.subList(level + 1, LEVELS.size()).stream().flatMap(Set::stream);
    return Stream.concat(below, NEIGHBOURS.getOrDefault(room, Set.of()).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static int levelOf(String room) {
    for (int level = 0; level < LEVELS.size(); level++) {
      if (LEVELS.get(level).contains(room)) {
        return level;
      }
    }
    throw new IllegalArgumentException("no such room: " + room);
  }

  private static String everythingIn(String room) {
    return ROOT + room + "..";
  }

  private static boolean isEmpty(String room) {
    return CLASSES.stream().noneMatch(resideInAPackage(everythingIn(room)));
  }

  private static boolean onlyTheAppExists() {
    return CLASSES.stream().allMatch(resideInAPackage(everythingIn("app")));
  }

  /** In-memory streams and {@code UncheckedIOException} stay allowed. */
  private static DescribedPredicate<JavaClass> reachTheOutside() {
    return describe(
        "reach files, programs or the network",
        type -> {
          String name = type.getName();
          return name.startsWith("java.nio.file.")
              || name.startsWith("java.nio.channels.")
              || name.startsWith("java.net.")
              || name.startsWith("java.io.File")
              || name.equals("java.io.RandomAccessFile")
              || name.equals("java.lang.Runtime")
              || name.startsWith("java.lang.Process");
        });
  }

  private static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, String method) {
    return describe(
        owner.getSimpleName() + "." + method,
        call ->
            call.getTargetOwner().isEquivalentTo(owner)
                && call.getTarget().getName().equals(method));
  }
}

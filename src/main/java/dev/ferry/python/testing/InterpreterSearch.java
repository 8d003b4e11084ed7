package dev.ferry.python.testing;

import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.toolchain.InterpreterFinding;
import dev.ferry.toolchain.InterpreterFinding.Found;
import dev.ferry.toolchain.InterpreterFinding.Missing;
import dev.ferry.toolchain.Surroundings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the Python that the repository's tests are meant for. An environment that is there but
 * holds no interpreter ends the search: going on would judge with another Python than the user's.
 */
final class InterpreterSearch {
  private final String checkout;
  private final Surroundings around;

  InterpreterSearch(String checkout, Surroundings around) {
    this.checkout = checkout;
    this.around = around;
  }

  InterpreterFinding find(Optional<String> configured) {
    if (configured.isPresent()) {
      return named(configured.get());
    }
    Stream<Supplier<Optional<InterpreterFinding>>> places =
        Stream.of(
            () -> directory(checkout + "/.venv", ".venv"),
            () -> directory(checkout + "/venv", "venv"),
            () -> variable("VIRTUAL_ENV"),
            this::poetry,
            () -> variable("UV_PROJECT_ENVIRONMENT"),
            () -> variable("CONDA_PREFIX"),
            () -> path("python3"),
            () -> path("python"));
    return places
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new Missing(Problem.of(Code.E003)));
  }

  private InterpreterFinding named(String configured) {
    String place = absolute(configured);
    if (!around.isDirectory(place) && around.isExecutable(place)) {
      return new Found(place, configured);
    }
    return interpreterIn(place)
        .<InterpreterFinding>map(program -> new Found(program, configured))
        .orElseGet(() -> new Missing(Problem.of(Code.E001, configured)));
  }

  private Optional<InterpreterFinding> directory(String place, String origin) {
    if (!around.isDirectory(place)) {
      return Optional.empty();
    }
    return Optional.of(
        interpreterIn(place)
            .<InterpreterFinding>map(program -> new Found(program, origin))
            .orElseGet(() -> new Missing(Problem.of(Code.E002, place, origin))));
  }

  private Optional<InterpreterFinding> variable(String name) {
    return around.variable(name).flatMap(place -> directory(absolute(place), name));
  }

  private Optional<InterpreterFinding> path(String program) {
    return around.onPath(program).map(found -> new Found(found, program + " on the PATH"));
  }

  /**
   * Poetry keeps environments outside the project, named by a hash of its directory ({@code
   * EnvManager.generate_env_name}).
   */
  private Optional<InterpreterFinding> poetry() {
    boolean used =
        around.read(checkout + "/poetry.lock").isPresent()
            || around.read(checkout + "/pyproject.toml").orElse("").contains("[tool.poetry]");
    if (!used) {
      return Optional.empty();
    }
    String mark = "-" + poetryHash(checkout) + "-py";
    for (String store : poetryStores()) {
      List<String> ours = around.list(store).stream().filter(name -> name.contains(mark)).toList();
      if (!ours.isEmpty()) {
        return directory(store + "/" + ours.getLast(), "poetry");
      }
    }
    return Optional.empty();
  }

  private List<String> poetryStores() {
    Optional<String> home = around.variable("HOME");
    return Stream.of(
            around.variable("POETRY_VIRTUALENVS_PATH"),
            around.variable("POETRY_CACHE_DIR").map(cache -> cache + "/virtualenvs"),
            around.variable("XDG_CACHE_HOME").map(cache -> cache + "/pypoetry/virtualenvs"),
            home.map(directory -> directory + "/.cache/pypoetry/virtualenvs"),
            home.map(directory -> directory + "/Library/Caches/pypoetry/virtualenvs"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static String poetryHash(String directory) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(directory.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(digest).substring(0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Optional<String> interpreterIn(String environment) {
    return Stream.of("/bin/python", "/bin/python3")
        .map(program -> environment + program)
        .filter(around::isExecutable)
        .findFirst();
  }

  private String absolute(String place) {
    return place.startsWith("/") ? place : checkout + "/" + place;
  }
}

package dev.ferry.run.checkout;

import dev.ferry.config.Configuration;
import dev.ferry.config.Configuration.Bindings;
import dev.ferry.config.Configuration.Relative;
import dev.ferry.config.Configuration.Strings;
import dev.ferry.model.Code;
import dev.ferry.model.Problem;
import dev.ferry.model.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about how references are rewritten; what was not typed is as configured.
 *
 * @param strings {@code none}, {@code high} or {@code medium}
 * @param relative {@code keep} or {@code absolute}
 * @param renameBindings whether local names follow their modules
 * @param shim whether old names go on working
 * @param shimUntil until when
 * @param sourceRoots directories, seen from the top
 */
public record MoveChoices(
    @Nullable String strings,
    @Nullable String relative,
    boolean renameBindings,
    boolean shim,
    @Nullable String shimUntil,
    List<String> sourceRoots) {
  /** How long old names work where nobody says until when. */
  private static final int USUAL_MONTHS = 6;

  public MoveChoices {
    sourceRoots = List.copyOf(sourceRoots);
  }

  /**
   * The settings with what was typed in their place.
   *
   * @throws ProblemException where something was typed that there is not
   */
  Configuration.Rewriting over(Configuration.Rewriting configured, LocalDate today) {
    return new Configuration.Rewriting(
        configured.documents(),
        typed(Strings.values(), strings, Code.U011).orElse(configured.strings()),
        typed(Relative.values(), relative, Code.M048).orElse(configured.relative()),
        renameBindings ? Bindings.RENAME : configured.bindings(),
        until(configured.shim(), today),
        sourceRoots.isEmpty() ? configured.sourceRoots() : sourceRoots);
  }

  private Optional<LocalDate> until(Optional<LocalDate> configured, LocalDate today) {
    if (shimUntil != null) {
      try {
        return Optional.of(LocalDate.parse(shimUntil));
      } catch (DateTimeParseException e) {
        throw new ProblemException(Problem.of(Code.M049, shimUntil));
      }
    }
    return shim ? Optional.of(configured.orElse(today.plusMonths(USUAL_MONTHS))) : configured;
  }

  private static <E extends Enum<E>> Optional<E> typed(E[] known, @Nullable String word, Code not) {
    if (word == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(known)
            .filter(each -> each.name().equalsIgnoreCase(word))
            .findFirst()
            .orElseThrow(() -> new ProblemException(Problem.of(not, word))));
  }
}

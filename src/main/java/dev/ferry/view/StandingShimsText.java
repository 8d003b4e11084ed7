package dev.ferry.view;

import dev.ferry.plan.StandingShim;
import dev.ferry.plan.StandingShim.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The shims that stand, for readers and for programs. */
public final class StandingShimsText {
  private StandingShimsText() {}

  /**
   * @param today shims whose day is before this one are past it
   */
  public static String of(List<StandingShim> shims, LocalDate today, Palette palette) {
    StringBuilder out = new StringBuilder();
    for (StandingShim shim : shims) {
      out.append(
          String.format(
              Locale.ROOT,
              "%s: %s -> %s, until %s%s%n",
              Printable.line(shim.path()),
              shim.mark().oldName(),
              shim.mark().newName(),
              shim.mark().until(),
              isPast(shim, today) ? " " + palette.bad("(past)") : ""));
      if (!shim.leadsSomewhere()) {
        out.append("  ").append(palette.bad("leads nowhere")).append(": the new name is gone\n");
      }
      for (Use use : shim.uses()) {
        out.append("  ").append(Printable.line(use.path())).append(':').append(use.line());
        out.append(use.kind() == StandingShim.Kind.IMPORT ? " imports " : " names ");
        out.append(Printable.line(use.name())).append('\n');
      }
      if (shim.canGo()) {
        out.append("  nothing here uses it: it can go\n");
      }
    }
    long free = shims.stream().filter(StandingShim::canGo).count();
    long past = shims.stream().filter(shim -> isPast(shim, today)).count();
    return out.append(
            String.format(
                Locale.ROOT,
                "Shims: %d stand, %d can go, %d past their day.%n",
                shims.size(),
                free,
                past))
        .toString();
  }

  /** Whether the last day of the old name is over. */
  public static boolean isPast(StandingShim shim, LocalDate today) {
    return shim.mark().until().isBefore(today);
  }

  /** {@code ferry.shims/v1}. */
  public static String json(List<StandingShim> shims, LocalDate today) {
    Json json = Json.document("ferry.shims/v1");
    json.array("shims", shims, (each, shim) -> one(each, shim, today));
    json.number("total", shims.size());
    json.number("canGo", shims.stream().filter(StandingShim::canGo).count());
    json.number("past", shims.stream().filter(shim -> isPast(shim, today)).count());
    return json.end();
  }

  private static void one(Json json, StandingShim shim, LocalDate today) {
    json.text("path", shim.path())
        .text("oldName", shim.mark().oldName())
        .text("newName", shim.mark().newName())
        .text("until", shim.mark().until().toString())
        .truth("past", isPast(shim, today))
        .truth("leadsSomewhere", shim.leadsSomewhere())
        .truth("canGo", shim.canGo())
        .array(
            "uses",
            shim.uses(),
            (each, use) ->
                each.text("path", use.path())
                    .number("line", use.line())
                    .text("kind", use.kind().name().toLowerCase(Locale.ROOT))
                    .text("name", use.name()));
  }
}

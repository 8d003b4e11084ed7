package dev.ferry.view;

import dev.ferry.config.Configured.InEffect;
import java.util.List;

/** Which settings count and where each came from, for {@code ferry doctor}. */
public final class SettingsText {
  private final Palette palette;

  public SettingsText(Palette palette) {
    this.palette = palette;
  }

  /**
   * One line a setting.
   *
   * @param width of the terminal; 0 where lines may be as long as they get
   */
  public String render(List<InEffect> settings, int width) {
    Table table = new Table(width);
    for (InEffect setting : settings) {
      table.row(
          Table.Cell.of(setting.key()),
          new Table.Cell(origin(setting), palette::faint),
          Table.Cell.of(Printable.line(setting.value())));
    }
    return table.render();
  }

  /** An array property {@code settings}. */
  static void array(Json json, List<InEffect> settings) {
    json.array(
        "settings",
        settings,
        (each, setting) ->
            each.text("key", setting.key())
                .text("value", setting.value())
                .text("origin", origin(setting)));
  }

  private static String origin(InEffect setting) {
    return switch (setting.origin().source()) {
      case DEFAULT -> "default";
      case USER_FILE, REPOSITORY_FILE, ENVIRONMENT, OPTION ->
          Printable.line(setting.origin().where());
    };
  }
}

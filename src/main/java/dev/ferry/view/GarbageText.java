package dev.ferry.view;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What ferry keeps beside the repository, by kind, and what goes of it. */
public final class GarbageText {
  private static final long KILO = 1024;

  private GarbageText() {}

  /**
   * One thing.
   *
   * @param use {@code in use}, {@code needed}, {@code free} or {@code dead}
   * @param goes whether it is thrown away
   */
  public record Row(String kind, String name, long bytes, Instant used, String use, boolean goes) {}

  /** A line a kind, then the sum; sizes are what files hold. */
  public static String table(List<Row> rows, Instant now) {
    Map<String, Sum> kinds = new LinkedHashMap<>();
    Sum all = new Sum();
    for (Row row : rows) {
      kinds.computeIfAbsent(row.kind(), kind -> new Sum()).add(row);
      all.add(row);
    }
    Table table = new Table(0);
    table.row(
        Table.Cell.of("what"),
        Table.Cell.of("how many"),
        Table.Cell.of("size"),
        Table.Cell.of("oldest"),
        Table.Cell.of("in use"),
        Table.Cell.of("goes"));
    kinds.forEach((kind, sum) -> table.row(sum.cells(kind, now)));
    table.row(all.cells("all", now));
    return table.render();
  }

  /** The names of what goes, one a line. */
  public static String going(List<Row> rows) {
    StringBuilder out = new StringBuilder();
    for (Row row : rows) {
      if (row.goes()) {
        out.append(row.kind()).append("  ").append(Printable.line(row.name())).append('\n');
      }
    }
    return out.toString();
  }

  /** {@code ferry.gc/v1}. */
  public static String json(List<Row> rows, boolean dryRun) {
    Json json = Json.document("ferry.gc/v1");
    json.truth("dryRun", dryRun);
    json.array(
        "items",
        rows,
        (each, row) ->
            each.text("kind", row.kind())
                .text("name", row.name())
                .number("bytes", row.bytes())
                .text("used", row.used().toString())
                .text("use", row.use())
                .truth("goes", row.goes()));
    json.number("bytes", rows.stream().mapToLong(Row::bytes).sum());
    json.number("going", rows.stream().filter(Row::goes).mapToLong(Row::bytes).sum());
    return json.end();
  }

  /** {@code 512 B}, {@code 12.3 MB}; in powers of 1024. */
  public static String size(long bytes) {
    String[] units = {"B", "KB", "MB", "GB", "TB"};
    double number = bytes;
    int unit = 0;
    while (number >= KILO && unit < units.length - 1) {
      number /= KILO;
      unit++;
    }
    return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", number, units[unit]);
  }

  /** What the things of one kind come to. */
  private static final class Sum {
    private long count;
    private long bytes;
    private long inUse;
    private long going;
    private long goingBytes;
    private Instant oldest = Instant.MAX;

    void add(Row row) {
      count++;
      bytes += row.bytes();
      inUse += row.use().equals("in use") ? 1 : 0;
      going += row.goes() ? 1 : 0;
      goingBytes += row.goes() ? row.bytes() : 0;
      oldest = row.used().isBefore(oldest) ? row.used() : oldest;
    }

    Table.Cell[] cells(String kind, Instant now) {
      return new Table.Cell[] {
        Table.Cell.of(kind),
        Table.Cell.of(Long.toString(count)),
        Table.Cell.of(size(bytes)),
        Table.Cell.of(count == 0 ? "" : age(Duration.between(oldest, now))),
        Table.Cell.of(inUse == 0 ? "" : Long.toString(inUse)),
        Table.Cell.of(going == 0 ? "" : going + " (" + size(goingBytes) + ")")
      };
    }

    private static String age(Duration age) {
      if (age.toDays() > 0) {
        return age.toDays() + " d";
      }
      return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
    }
  }
}

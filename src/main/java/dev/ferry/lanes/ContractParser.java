package dev.ferry.lanes;

import dev.ferry.formats.NearestWord;
import dev.ferry.lanes.Contract.Alerting;
import dev.ferry.lanes.Contract.Layer;
import dev.ferry.lanes.Contract.Member;
import dev.ferry.model.Code;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns the keys of one section into a contract. */
final class ContractParser {
  private static final List<String> TYPES =
      List.of(
          "forbidden",
          "layers",
          "independence",
          "protected",
          "private_modules",
          "acyclic_siblings");
  private static final int USUAL_DEPTH = 10;

  private final Options options;
  private final String id;

  ContractParser(String id, Options options) {
    this.id = id;
    this.options = options;
  }

  /** The contract; nothing where its type is not known. Other problems are told to the options. */
  Optional<Contract> parse() {
    options.has("id");
    String type = options.text("type").map(String::strip).orElse("");
    String name = options.text("name").orElse("");
    if (name.isBlank()) {
      options.needed("name");
    }
    if (type.isEmpty()) {
      options.needed("type");
      return Optional.empty();
    }
    Optional<Contract> contract =
        switch (type) {
          case "forbidden" -> Optional.of(forbidden(head(name)));
          case "layers" -> Optional.of(layers(head(name)));
          case "independence" ->
              Optional.of(new Contract.Independence(head(name), options.modules("modules", true)));
          case "protected" -> Optional.of(protectedModules(head(name)));
          case "private_modules" ->
              Optional.of(
                  new Contract.PrivateModules(
                      head(name), options.modules("packages_with_private_modules", false)));
          case "acyclic_siblings" -> Optional.of(acyclic(head(name)));
          default -> Optional.empty();
        };
    if (contract.isEmpty()) {
      unknownType(type);
    } else {
      options.tellUnknown(List.of());
    }
    return contract;
  }

  private void unknownType(String type) {
    Optional<String> nearest = NearestWord.to(type, TYPES);
    String known = String.join(", ", TYPES);
    int line = options.lineOf("type");
    if (nearest.isPresent()) {
      options.tell(line, Code.N011, type, known, nearest.get());
    } else {
      options.tell(line, Code.N011, type, known);
    }
  }

  private Contract.Head head(String name) {
    String alerting = options.text("unmatched_ignore_imports_alerting").orElse("").strip();
    Alerting level =
        switch (alerting) {
          case "none" -> Alerting.NONE;
          case "warn" -> Alerting.WARN;
          case "error", "" -> Alerting.ERROR;
          default -> {
            options.wrong("unmatched_ignore_imports_alerting", alerting, "none, warn or error");
            yield Alerting.ERROR;
          }
        };
    String guidance =
        String.join("\n", options.lines("broken_contract_guidance").orElse(List.of()));
    return new Contract.Head(
        id, name, options.line(), options.imports("ignore_imports"), level, guidance);
  }

  private Contract forbidden(Contract.Head head) {
    return new Contract.Forbidden(
        head,
        options.modules("source_modules", true),
        options.modules("forbidden_modules", true),
        options.truth("allow_indirect_imports", false),
        options.truth("as_packages", true));
  }

  private Contract protectedModules(Contract.Head head) {
    if (!options.has("allowed_importers")) {
      options.needed("allowed_importers");
    }
    return new Contract.Protected(
        head,
        options.modules("protected_modules", true),
        options.modules("allowed_importers", false),
        options.truth("as_packages", true));
  }

  private Contract acyclic(Contract.Head head) {
    List<ModuleExpression> ancestors = options.modules("ancestors", true);
    List<ModuleExpression> skipped = options.modules("skip_descendants", false);
    for (ModuleExpression each : skipped) {
      if (ancestors.contains(each)) {
        options.wrong("skip_descendants", each.text(), "a module that is not among ancestors");
      }
    }
    return new Contract.AcyclicSiblings(
        head, ancestors, options.number("depth", USUAL_DEPTH), skipped);
  }

  private Contract layers(Contract.Head head) {
    List<Layer> layers = new ArrayList<>();
    for (String written : options.needed("layers")) {
      layers.add(layer(written));
    }
    checkApart(layers);
    List<ModuleExpression> containers = options.modules("containers", false);
    boolean exhaustive = options.truth("exhaustive", false);
    if (exhaustive && containers.isEmpty()) {
      options.wrong("exhaustive", "true", "containers beside it: only they can be exhausted");
    }
    Set<String> ignores = new TreeSet<>();
    options
        .lines("exhaustive_ignores")
        .orElse(List.of())
        .forEach(each -> ignores.add(each.strip()));
    return new Contract.Layers(head, layers, containers, exhaustive, ignores);
  }

  private Layer layer(String written) {
    boolean bars = written.indexOf('|') >= 0;
    if (bars && written.indexOf(':') >= 0) {
      options.wrong("layers", written, "either | or : between the modules of a layer");
    }
    boolean independent = bars || written.indexOf(':') < 0;
    List<Member> members =
        Arrays.stream(written.split(bars ? "\\|" : ":", -1))
            .map(each -> member(each.strip()))
            .toList();
    return new Layer(members, independent);
  }

  private Member member(String written) {
    boolean optional = written.startsWith("(") && written.endsWith(")") && written.length() > 1;
    String name = optional ? written.substring(1, written.length() - 1) : written;
    if (name.contains("*") || ModuleExpression.faultOf(name) != ModuleExpression.Fault.NONE) {
      options.wrong("layers", written, "a module name, in parentheses where it need not exist");
    }
    return new Member(name, optional);
  }

  /** A module has one rank, and none lies in another one. */
  private void checkApart(List<Layer> layers) {
    List<String> names =
        layers.stream().flatMap(layer -> layer.members().stream()).map(Member::name).toList();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        options.wrong("layers", name, "each module in one layer only");
      }
    }
    for (String outer : seen) {
      for (String inner : seen) {
        if (!inner.equals(outer) && ModuleNames.isWithin(inner, outer)) {
          options.wrong("layers", inner, "no module that lies in another layer (" + outer + ")");
        }
      }
    }
  }
}

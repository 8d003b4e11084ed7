package dev.ferry.run;

import dev.ferry.config.Configuration;
import dev.ferry.config.Configured;
import dev.ferry.facts.FactsCache;
import dev.ferry.facts.Language;
import dev.ferry.facts.Snapshot;
import dev.ferry.facts.SnapshotReader;
import dev.ferry.git.Base;
import dev.ferry.git.GitBlobs;
import dev.ferry.git.Repository;
import dev.ferry.ledger.Ledger;
import dev.ferry.ledger.SqliteLedger;
import dev.ferry.model.ObjectId;
import dev.ferry.model.Problem;
import dev.ferry.model.TreeListing;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One repository with its configuration and what ferry keeps beside it, opened for one command.
 * What costs time is opened at its first use. For one thread.
 */
public final class Workbench implements AutoCloseable {
  /** The file of the ledger in ferry's own folder. */
  public static final String LEDGER = "ledger.db";

  private final Instruments instruments;
  private final Repository repository;
  private final Configured configured;
  private final Path directory;
  private final Consumer<Problem> told;
  private @Nullable GitBlobs blobs;
  private @Nullable Ledger ledger;
  private @Nullable Base base;

  /**
   * @param directory where ferry was started
   * @param told is given what the user should know and nobody asked for
   */
  public Workbench(
      Instruments instruments,
      Repository repository,
      Configured configured,
      Path directory,
      Consumer<Problem> told) {
    this.instruments = instruments;
    this.repository = repository;
    this.configured = configured;
    this.directory = directory;
    this.told = told;
  }

  public Repository repository() {
    return repository;
  }

  public Configured configured() {
    return configured;
  }

  public Configuration configuration() {
    return configured.configuration();
  }

  /** With the source roots that are configured. */
  Language language() {
    List<String> roots = configuration().rewriting().sourceRoots();
    return roots.isEmpty() ? instruments.language() : instruments.language().rootedAt(roots);
  }

  public Instruments instruments() {
    return instruments;
  }

  /** Ferry's own folder beside the user's objects: clone, slots, caches, ledger, reports. */
  public Path home() {
    return repository.ferryDirectory();
  }

  /** The top of the checkout, or the repository itself where it is bare. */
  public Path top() {
    return repository.workTree().orElse(repository.gitDirectory());
  }

  public void tell(Problem problem) {
    told.accept(problem);
  }

  /** The commit that candidates stand on: the configured one, else the usual branch. */
  public Base base() {
    if (base == null) {
      base =
          configured.isDefault("base")
              ? repository.defaultBase()
              : repository.base(configuration().work().base());
    }
    return base;
  }

  /**
   * The batch files that a command works on.
   *
   * @param named on the command line; where empty, {@code BATCH_FILE} and the configuration decide
   */
  public Map<String, Path> batchFiles(List<String> named) {
    String variable = instruments.environment().getOrDefault("BATCH_FILE", "");
    List<String> chosen = named.isEmpty() && !variable.isEmpty() ? List.of(variable) : named;
    return new BatchSelection(chosen, directory, configuration().work().batches(), top()).files();
  }

  GitBlobs blobs() {
    if (blobs == null) {
      blobs = repository.blobs();
    }
    return blobs;
  }

  /** What all sources of a commit say; facts known from earlier runs are not read again. */
  public Snapshot snapshot(ObjectId commit) {
    return snapshot(commit, language());
  }

  /** As {@code language} names the modules. */
  public Snapshot snapshot(ObjectId commit, Language language) {
    return snapshotOfTree(repository.treeOf(commit), language);
  }

  /** Of a tree that is known already. */
  Snapshot snapshotOfTree(ObjectId tree, Language language) {
    TreeListing listing = repository.tree(tree);
    FactsCache cache = new FactsCache(home().resolve("facts"), instruments.clock());
    return new SnapshotReader(language, blobs(), Optional.of(cache)).read(tree, listing);
  }

  /** How many modules a run works at the same time, as configured. */
  public int parallel() {
    return configuration().work().parallel();
  }

  /** Whether a run first derives open branches again, as configured. */
  public boolean restacksBeforeRuns() {
    return configuration().publication().restack();
  }

  /** In which times are shown to people. */
  public ZoneId zone() {
    return instruments.clock().getZone();
  }

  public Ledger ledger() {
    if (ledger == null) {
      ledger = SqliteLedger.open(home().resolve(LEDGER), instruments.clock(), told);
    }
    return ledger;
  }

  /** The file may be replaced now; the next use opens it again. */
  public void closeLedger() {
    if (ledger != null) {
      ledger.close();
      ledger = null;
    }
  }

  @Override
  public void close() {
    if (blobs != null) {
      blobs.close();
    }
    if (ledger != null) {
      ledger.close();
    }
  }
}

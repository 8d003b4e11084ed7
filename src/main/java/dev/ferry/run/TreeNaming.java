package dev.ferry.run;

import dev.ferry.batch.NamingRules;
import dev.ferry.facts.ModuleTable;
import java.util.List;

/** What batches have to know of names, as the modules of one tree have them. */
record TreeNaming(ModuleTable modules) implements NamingRules {
  @Override
  public List<String> roots() {
    return modules.roots();
  }

  @Override
  public boolean isReserved(String word) {
    return modules.isReserved(word);
  }

  @Override
  public boolean isStandardLibrary(String topLevelName) {
    return modules.isStandardLibrary(topLevelName);
  }
}

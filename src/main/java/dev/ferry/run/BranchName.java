package dev.ferry.run;

/**
 * The branch of a unit, from the configured template: {@code .} and {@code /} of the module become
 * {@code -}, as the specification has it.
 *
 * @param template with {@code {module}}
 */
public record BranchName(String template) {
  public String of(String module) {
    return template.replace("{module}", module.replace('.', '-').replace('/', '-'));
  }

  /** What all of ferry's branches begin with: the template up to the module. */
  public String prefix() {
    int module = template.indexOf("{module}");
    return module < 0 ? template : template.substring(0, module);
  }
}

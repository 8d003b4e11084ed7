package dev.ferry.python.documents;

import dev.ferry.model.RepoPaths;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats of documents, by the names of their files. */
enum Format {
  PYPROJECT("pyproject\\.toml", TomlItems::read, FormatRules.PYPROJECT),
  RUFF("\\.?ruff\\.toml", TomlItems::read, FormatRules.RUFF),
  TOOL_TOML(
      "\\.?(pylintrc|importlinter|coveragerc|pytest|bumpversion|bandit|isort|ty|pyrefly|pixi|mypy"
          + "|basedpyright|hatch)\\.toml|Pipfile",
      TomlItems::read,
      FormatRules.TOOL_TOML),
  INI(
      "setup\\.cfg|tox\\.ini|\\.?pytest\\.ini|\\.?mypy\\.ini|\\.?coveragerc|.*\\.?importlinter(\\.ini)?"
          + "|\\.flake8|\\.isort\\.cfg|\\.?pylintrc|\\.pydocstyle(\\.ini)?|\\.?bandit|alembic\\.ini"
          + "|uwsgi\\.ini|supervisord?\\.(conf|ini)|\\.bumpversion\\.cfg|scrapy\\.cfg|babel\\.cfg"
          + "|logging\\.(ini|conf)|\\.pycodestyle",
      IniItems::read,
      FormatRules.INI),
  WORKFLOW(
      ".*\\.(github|gitea|forgejo)/workflows/[^/]*\\.ya?ml|(.*/)?action\\.ya?ml",
      YamlItems::read,
      FormatRules.WORKFLOW),
  TOOL_YAML(
      "(docker-)?compose[\\w.-]*\\.ya?ml|mkdocs[\\w.-]*\\.ya?ml|\\.pre-commit-(config|hooks)\\.ya?ml"
          + "|\\.?readthedocs\\.ya?ml|\\.gitlab-ci\\.ya?ml|\\.travis\\.ya?ml|\\.?codecov\\.ya?ml"
          + "|azure-pipelines[\\w-]*\\.ya?ml|bitbucket-pipelines\\.ya?ml|\\.?appveyor\\.ya?ml"
          + "|Taskfile\\.ya?ml|serverless\\.ya?ml|render\\.ya?ml|app\\.ya?ml|\\.cirrus\\.ya?ml"
          + "|cloudbuild\\.ya?ml|\\.woodpecker\\.ya?ml|\\.drone\\.ya?ml|buildspec\\.ya?ml"
          + "|\\.?lefthook\\.ya?ml|skaffold\\.ya?ml|(.*/)?\\.circleci/config\\.ya?ml"
          + "|\\.github/(labeler|dependabot|codecov)\\.ya?ml",
      YamlItems::read,
      FormatRules.TOOL_YAML),
  TOOL_JSON(
      "(based)?pyrightconfig\\.json|(.*/)?\\.vscode/[^/]+\\.json|package\\.json"
          + "|\\.?devcontainer\\.json|.*\\.code-workspace",
      JsonItems::read,
      FormatRules.TOOL_JSON),
  DOCKERFILE(
      "(Docker|Container)file([.-][\\w.-]+)?|[\\w.-]+\\.([Dd]ocker|[Cc]ontainer)file",
      DockerfileItems::read,
      FormatRules.DOCKERFILE),
  COMMANDS(
      "(GNU)?[Mm]akefile([.-][\\w.-]+)?|[\\w.-]+\\.mk|Procfile([.-][\\w-]+)?|\\.?[Jj]ustfile",
      LineItems::commands,
      FormatRules.COMMANDS),
  /** Only those that speak of the whole repository: others have a root of their own. */
  PATTERNS(
      "/((\\.github/|\\.gitlab/|docs/)?CODEOWNERS|\\.gitignore|\\.dockerignore|\\.gitattributes"
          + "|\\.gcloudignore|\\.helmignore|\\.prettierignore|\\.eslintignore|\\.semgrepignore)",
      LineItems::patterns,
      FormatRules.PATTERNS),
  MANIFEST("/MANIFEST\\.in", LineItems::arguments, FormatRules.MANIFEST),
  DOCUMENTATION(
      ".*\\.(rst|md|markdown|mdx|rest|txt|inc)",
      DocumentationItems::read,
      FormatRules.DOCUMENTATION);

  private static final List<Format> DOCUMENTS = List.of(DOCUMENTATION);
  private static final List<Format> TOML = List.of(PYPROJECT, RUFF, TOOL_TOML);
  private static final List<Format> JSON = List.of(TOOL_JSON);
  private static final List<Format> YAML = List.of(WORKFLOW, TOOL_YAML);
  private static final List<Format> OTHERS =
      List.of(INI, DOCKERFILE, COMMANDS, PATTERNS, MANIFEST, TOOL_TOML);

  private final Pattern path;
  private final ItemReader reader;
  private final Rules rules;

  /**
   * @param path what the path ends with, from a slash on; one that begins with a slash is the whole
   */
  Format(String path, ItemReader reader, Rules rules) {
    this.path = Pattern.compile(path.startsWith("/") ? path : "(?:.*/)?(?:" + path + ")");
    this.reader = reader;
    this.rules = rules;
  }

  /** Whether a name may stand in two pieces: a layer and its container. */
  boolean relates() {
    return this == INI || this == PYPROJECT || this == TOOL_TOML;
  }

  ItemReader reader() {
    return reader;
  }

  Rules rules() {
    return rules;
  }

  /** The format of a file; nothing where it is read for nothing. */
  static Optional<Format> of(String path) {
    for (Format format : possible(path)) {
      boolean whole = format.path.pattern().startsWith("/");
      if (format.path.matcher(whole ? "/" + path : path).matches()) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** A quick look at the ending: a repository may hold tens of thousands of files. */
  private static List<Format> possible(String path) {
    String name = RepoPaths.name(path);
    int dot = name.lastIndexOf('.');
    return switch (dot <= 0 ? "" : name.substring(dot + 1)) {
      case "md", "rst", "txt", "markdown", "mdx", "rest", "inc" -> DOCUMENTS;
      case "toml" -> TOML;
      case "json", "code-workspace" -> mayConfigure(path, name) ? JSON : List.of();
      case "yml", "yaml" -> YAML;
      case "", "in", "ini", "cfg", "conf", "mk", "importlinter" -> OTHERS;
      default -> isNamedByItsBeginning(name) ? OTHERS : List.of();
    };
  }

  private static boolean mayConfigure(String path, String name) {
    return name.endsWith("config.json")
        || name.equals("package.json")
        || name.endsWith("devcontainer.json")
        || name.endsWith(".code-workspace")
        || path.contains(".vscode/");
  }

  /** {@code Dockerfile.dev}, {@code api.dockerfile}, {@code Makefile.am}. */
  private static boolean isNamedByItsBeginning(String name) {
    return name.startsWith("Docker")
        || name.startsWith("Container")
        || name.endsWith("file")
        || name.startsWith("Makefile")
        || name.startsWith("GNUmakefile")
        || name.startsWith("Procfile");
  }
}

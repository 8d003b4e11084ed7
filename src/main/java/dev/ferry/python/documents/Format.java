package dev.ferry.python.documents;

import dev.ferry.formats.ShellWords;
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
  /** Others, of which the sections tell who reads them. */
  SECTIONS(".*\\.(ini|conf|cfg|service)", IniItems::read, DeploymentRules.SECTIONS),
  PROPERTIES("sonar-project\\.properties", IniItems::read, DeploymentRules.PROPERTIES),
  WORKFLOW(
      ".*\\.(github|gitea|forgejo)/workflows/[^/]*\\.ya?ml|(.*/)?action\\.ya?ml",
      YamlItems::read,
      DeploymentRules.WORKFLOW),
  TOOL_YAML(
      "(docker-)?compose[\\w.-]*\\.ya?ml|mkdocs[\\w.-]*\\.ya?ml|\\.pre-commit-(config|hooks)\\.ya?ml"
          + "|\\.?readthedocs\\.ya?ml|\\.gitlab-ci\\.ya?ml|\\.travis\\.ya?ml|\\.?codecov\\.ya?ml"
          + "|azure-pipelines[\\w-]*\\.ya?ml|bitbucket-pipelines\\.ya?ml|\\.?appveyor\\.ya?ml"
          + "|Taskfile\\.ya?ml|serverless\\.ya?ml|render\\.ya?ml|app\\.ya?ml|\\.cirrus\\.ya?ml"
          + "|cloudbuild\\.ya?ml|\\.woodpecker\\.ya?ml|\\.drone\\.ya?ml|buildspec\\.ya?ml"
          + "|\\.?lefthook\\.ya?ml|skaffold\\.ya?ml|(.*/)?\\.circleci/config\\.ya?ml"
          + "|(.*/)?\\.buildkite/[^/]+\\.ya?ml|(.*/)?\\.semaphore/[^/]+\\.ya?ml|codefresh\\.ya?ml|dvc\\.ya?ml"
          + "|\\.github/(labeler|dependabot|codecov)\\.ya?ml",
      YamlItems::read,
      DeploymentRules.TOOL_YAML),
  TOOL_JSON(
      "(based)?pyrightconfig\\.json|(.*/)?\\.vscode/[^/]+\\.json|package\\.json"
          + "|\\.?devcontainer\\.json|.*\\.code-workspace|renovate\\.json|\\.renovaterc(\\.json)?",
      JsonItems::read,
      DeploymentRules.TOOL_JSON),
  /** Those that are read only where a key that everybody knows stands in them. */
  DATA_YAML(".*\\.ya?ml", DataItems::yaml, DeploymentRules.DATA),
  DATA_JSON(".*\\.json", DataItems::json, DeploymentRules.DATA),
  BAZEL("BUILD(\\.bazel)?", BazelItems::read, DeploymentRules.BAZEL),
  DOCKERFILE(
      "(Docker|Container)file([.-][\\w.-]+)?|[\\w.-]+\\.([Dd]ocker|[Cc]ontainer)file",
      DockerfileItems::read,
      DeploymentRules.DOCKERFILE),
  COMMANDS(
      "(GNU)?[Mm]akefile([.-][\\w.-]+)?|[\\w.-]+\\.mk|Procfile([.-][\\w-]+)?|\\.?[Jj]ustfile"
          + "|[\\w.-]+\\.(sh|bash|zsh|ksh|bat|cmd|ps1)|\\.env(\\.[\\w.-]+)?|[\\w.-]+\\.env"
          + "|\\.envrc|\\.flaskenv|Vagrantfile|Earthfile|Tiltfile|crontab|[\\w.-]+\\.cron(tab)?",
      LineItems::commands,
      DeploymentRules.COMMANDS),
  /** Files without an ending that the first line tells to be of a shell, or of Python. */
  SCRIPT("[\\w-]+", LineItems::scripts, DeploymentRules.COMMANDS),
  JENKINS(
      "Jenkinsfile([.-][\\w.-]+)?|.*\\.jenkinsfile", GroovyItems::read, DeploymentRules.JENKINS),
  SNAKEMAKE("Snakefile|.*\\.smk", WorkflowFileItems::read, DeploymentRules.SNAKEMAKE),
  IDEA("(.*/)?\\.(idea|run)/.*\\.(xml|iml)|.*\\.iml", MarkupItems::read, DeploymentRules.IDEA),
  OWNERS(
      "/(\\.github/|\\.gitlab/|docs/)?CODEOWNERS", LineItems::patterns, DeploymentRules.PATTERNS),
  PATTERNS(
      "(\\.gitignore|\\.dockerignore|\\.gitattributes"
          + "|\\.gcloudignore|\\.helmignore|\\.prettierignore|\\.eslintignore|\\.semgrepignore)",
      LineItems::patterns,
      DeploymentRules.PATTERNS),
  /** The lines of notebooks that are no Python; no file is taken for one by its name. */
  NOTEBOOK("(?!)", LineItems::commands, DeploymentRules.COMMANDS),
  CYTHON(".*\\.(pyx|pxd|pxi)", LineItems::cython, DeploymentRules.CYTHON),
  MANIFEST("MANIFEST\\.in", LineItems::arguments, DeploymentRules.MANIFEST),
  DOCUMENTATION(
      ".*\\.(rst|md|markdown|mdx|rest|txt|inc|adoc|asciidoc|html?)",
      DocumentationItems::read,
      DeploymentRules.DOCUMENTATION);

  private static final List<Format> DOCUMENTS = List.of(DOCUMENTATION);
  private static final List<Format> SOURCES = List.of(CYTHON);
  private static final List<Format> TOML = List.of(PYPROJECT, RUFF, TOOL_TOML);
  private static final List<Format> JSON = List.of(TOOL_JSON, DATA_JSON);
  private static final List<Format> YAML = List.of(WORKFLOW, TOOL_YAML, DATA_YAML);
  private static final List<Format> SHELL = List.of(COMMANDS);
  private static final List<Format> OTHERS =
      List.of(
          INI,
          SECTIONS,
          PROPERTIES,
          BAZEL,
          DOCKERFILE,
          COMMANDS,
          JENKINS,
          SNAKEMAKE,
          OWNERS,
          PATTERNS,
          MANIFEST,
          TOOL_TOML,
          TOOL_JSON,
          SCRIPT);

  private static final List<Format> MARKUP = List.of(IDEA);

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

  boolean mayDeclareDirectories() {
    return this != DOCUMENTATION && this != DATA_JSON && this != BAZEL;
  }

  /** Whether a backslash in its files may stand between directories. */
  boolean mayHoldBackslashPaths() {
    return switch (this) {
      case BAZEL, PATTERNS, OWNERS, MANIFEST, CYTHON -> false;
      default -> true;
    };
  }

  /** Whether a backslash before a letter is nothing but an escape for who reads the file. */
  boolean takesBackslashesAway(String path) {
    boolean commands = this == COMMANDS || this == SCRIPT || this == DOCKERFILE;
    return commands && ShellUnits.dialect(path) == ShellWords.Dialect.POSIX;
  }

  boolean isOfCommands() {
    return this == COMMANDS || this == SCRIPT;
  }

  /** Whether whoever reads its files puts something in for variables or braces. */
  boolean mayHoldVariables() {
    return switch (this) {
      case WORKFLOW, TOOL_YAML, COMMANDS, SCRIPT, DOCKERFILE, JENKINS, PYPROJECT, RUFF -> true;
      default -> false;
    };
  }

  boolean mayHoldExpressions() {
    return switch (this) {
      case PYPROJECT, TOOL_TOML, INI, TOOL_YAML, TOOL_JSON -> true;
      default -> false;
    };
  }

  boolean mayDeclareVariables() {
    return isYaml() || isOfCommands() || this == JENKINS || this == DOCKERFILE || this == INI;
  }

  boolean isYaml() {
    return this == WORKFLOW || this == TOOL_YAML || this == DATA_YAML;
  }

  /** Whether files of it may be large, so that a quick look comes first. */
  boolean isLong() {
    return this == DOCUMENTATION || this == DATA_YAML || this == DATA_JSON;
  }

  /** Whether its paths begin where the file is, and nowhere else. */
  boolean isOfItsDirectory(String path) {
    return (this == PATTERNS || this == MANIFEST || this == BAZEL) && path.indexOf('/') >= 0;
  }

  ItemReader reader() {
    return reader;
  }

  Rules rules() {
    return rules;
  }

  /** The format of a file; nothing where it is read for nothing. */
  static Optional<Format> of(String path) {
    List<Format> possible = possible(path);
    for (Format format : possible) {
      if (format == possible.getLast() && isCertain(possible)) {
        return Optional.of(format);
      }
      boolean whole = format.path.pattern().startsWith("/");
      if (format.path.matcher(whole ? "/" + path : path).matches()) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the file has a format. Asked of every file of a tree, so that of the commonest endings,
   * which alone make one, no pattern is tried.
   */
  static boolean isOne(String path) {
    List<Format> possible = possible(path);
    return isCertain(possible) || (!possible.isEmpty() && of(path).isPresent());
  }

  /** Whether the ending alone makes a document: the last of its formats takes all names. */
  private static boolean isCertain(List<Format> possible) {
    return possible == DOCUMENTS || possible == JSON || possible == YAML;
  }

  /** A quick look at the ending: a repository may hold tens of thousands of files. */
  private static List<Format> possible(String path) {
    String name = RepoPaths.name(path);
    int dot = name.lastIndexOf('.');
    return switch (dot <= 0 ? "" : name.substring(dot + 1)) {
      case "md",
          "rst",
          "txt",
          "markdown",
          "mdx",
          "rest",
          "inc",
          "adoc",
          "asciidoc",
          "html",
          "htm" ->
          DOCUMENTS;
      case "pyx", "pxd", "pxi" -> SOURCES;
      case "toml" -> TOML;
      case "json", "code-workspace" -> JSON;
      case "yml", "yaml" -> YAML;
      case "xml", "iml" -> MARKUP;
      case "sh", "bash", "zsh", "ksh", "bat", "cmd", "ps1", "env" -> SHELL;
      case "",
          "in",
          "ini",
          "cfg",
          "conf",
          "mk",
          "importlinter",
          "service",
          "bazel",
          "properties",
          "smk",
          "jenkinsfile" ->
          OTHERS;
      default -> isNamedByItsBeginning(name) ? OTHERS : List.of();
    };
  }

  /** {@code Dockerfile.dev}, {@code api.dockerfile}, {@code Makefile.am}. */
  private static boolean isNamedByItsBeginning(String name) {
    return name.startsWith("Docker")
        || name.startsWith("Container")
        || name.startsWith(".env")
        || name.endsWith("file")
        || name.startsWith("Makefile")
        || name.startsWith("GNUmakefile")
        || name.startsWith("Procfile")
        || name.startsWith("Jenkinsfile");
  }
}

package dev.ferry.python.rewriting;

import dev.ferry.model.Code;
import dev.ferry.model.Confidence;
import dev.ferry.model.EditReason;
import dev.ferry.python.rewriting.NameEdit.Segment;
import dev.ferry.python.scopes.FileAnalysis;
import dev.ferry.python.scopes.FileAnalysis.PlacedImport;
import dev.ferry.python.scopes.StringUse;
import dev.ferry.python.scopes.StringUse.Anchored;
import dev.ferry.python.scopes.StringUse.CallArgument;
import dev.ferry.python.scopes.StringUse.Element;
import dev.ferry.python.scopes.StringUse.Elsewhere;
import dev.ferry.python.scopes.StringUse.Value;
import dev.ferry.python.syntax.ImportStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rewrites dotted names in strings, by how sure it is that they name a module. */
final class StringReferences {
  private static final Pattern DOTTED =
      Pattern.compile("[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*(?::[A-Za-z_][\\w.]*)?");

  private static final Pattern RELATIVE = Pattern.compile("\\.+[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*");

  /** Longer than any dotted name. */
  private static final int LONGEST = 500;

  /** Those that import the whole name, so that no attribute of a package hides a module. */
  private static final Set<String> IMPORTING =
      Set.of("import_module", "__import__", "importorskip", "find_spec", "run_module");

  /** Functions that do so where they belong to a library for the files of packages. */
  private static final Set<String> RESOURCE_FUNCTIONS =
      Set.of(
          "files",
          "read_text",
          "read_binary",
          "open_text",
          "open_binary",
          "path",
          "contents",
          "is_resource");

  private static final Set<String> RESOURCE_LIBRARIES =
      Set.of("resources", "importlib_resources", "pkg_resources");

  /** What stands before the name of a module in a command line or an environment. */
  private static final Pattern ANNOUNCES =
      Pattern.compile("-m|[A-Z_]*SETTINGS_MODULE|CELERY_CONFIG_MODULE|FLASK_APP");

  /** Further away than this, a string announces nothing. */
  private static final int NEAR = 24;

  /** Methods of {@code sys.modules} that take the name of a module. */
  private static final Set<String> MODULE_LOOKUPS = Set.of("get", "pop", "setdefault");

  private static final Set<String> LOADER_KEYWORDS =
      Set.of("target", "name", "package", "anchor", "value", "module", "func", "argument", "");

  /** Settings whose values name modules or things in them (Django, Celery). */
  private static final Set<String> SETTINGS =
      Set.of(
          "INSTALLED_APPS",
          "MIDDLEWARE",
          "MIDDLEWARE_CLASSES",
          "ROOT_URLCONF",
          "WSGI_APPLICATION",
          "ASGI_APPLICATION",
          "AUTHENTICATION_BACKENDS",
          "CELERY_IMPORTS",
          "SPIDER_MODULES",
          "NEWSPIDER_MODULE",
          "CELERY_INCLUDE",
          "DATABASE_ROUTERS",
          "DEFAULT_FILE_STORAGE",
          "STATICFILES_STORAGE",
          "STATICFILES_FINDERS",
          "FILE_UPLOAD_HANDLERS",
          "EMAIL_BACKEND",
          "SESSION_ENGINE",
          "SESSION_SERIALIZER",
          "SIGNING_BACKEND",
          "MESSAGE_STORAGE",
          "PASSWORD_HASHERS",
          "TEST_RUNNER",
          "FORM_RENDERER",
          "FORMAT_MODULE_PATH",
          "CSRF_FAILURE_VIEW",
          "DEFAULT_EXCEPTION_REPORTER",
          "DEFAULT_EXCEPTION_REPORTER_FILTER",
          "LOGGING_CONFIG",
          "handler400",
          "handler403",
          "handler404",
          "handler500",
          "default_app_config",
          "wsgi_app",
          "worker_class",
          "logger_class",
          "_target_",
          "ITEM_PIPELINES",
          "DOWNLOADER_MIDDLEWARES",
          "SPIDER_MIDDLEWARES",
          "pytest_plugins");

  /** Methods of a list of such names. */
  private static final Set<String> LIST_METHODS =
      Set.of("append", "insert", "extend", "remove", "index", "add");

  /** Functions that load by a name, too common to be known by their own. */
  private static final Set<String> LOADERS_OF_LIBRARIES =
      Set.of(
          "pydoc.locate",
          "zope.dottedname.resolve.resolve",
          "hydra.utils.get_class",
          "hydra.utils.get_method",
          "hydra.utils.get_object",
          "hydra.utils.get_static_method",
          "sqlalchemy.orm.relationship",
          "pkgutil.find_loader",
          "pkgutil.get_loader",
          "importlib.find_loader",
          "pytest.register_assert_rewrite",
          "unittest.main",
          "importlib.metadata.EntryPoint",
          "setuptools.Extension",
          "setuptools.extension.Extension",
          "distutils.core.Extension",
          "distutils.extension.Extension",
          "Cython.Distutils.Extension",
          "werkzeug.utils.find_modules",
          "twisted.python.reflect.namedAny",
          "twisted.python.reflect.namedModule");

  /** Methods of RQ that take a function by its name. */
  private static final Set<String> ENQUEUING = Set.of("enqueue", "enqueue_call");

  /** What dictConfig gives the value of something by. */
  private static final String EXTERNAL = "ext://";

  private final FileAnalysis analysis;
  private final ModuleNames names;
  private final TextEdits edits;
  private final @Nullable Confidence least;
  private final RelativeStrings relative;
  private final CommandReferences commands;
  private final StringSurroundings surroundings;

  /** What was imported under another name, by that name. */
  private final Map<String, String> aliases = new HashMap<>();

  /** The modules that names were imported from, by the names in this file. */
  private final Map<String, String> origins = new HashMap<>();

  StringReferences(
      FileAnalysis analysis,
      ModuleNames names,
      OwnPackage own,
      TextEdits edits,
      @Nullable Confidence least,
      boolean inPackageFile,
      CommandReferences commands) {
    this.commands = commands;
    this.surroundings = new StringSurroundings(analysis.tokens());
    this.analysis = analysis;
    this.names = names;
    this.edits = edits;
    this.least = least;
    this.relative = new RelativeStrings(analysis, names, own, edits, least, inPackageFile);
    for (PlacedImport placed : analysis.imports()) {
      if (placed.statement() instanceof ImportStatement.From from) {
        String module = from.level() > 0 ? "" : Segments.text(from.tokens(), from.module());
        from.names().forEach(item -> imported(from, item, module));
      }
    }
  }

  private void imported(ImportStatement.From from, ImportStatement.Item item, String module) {
    String name = from.tokens().identifier(item.first());
    String local = item.alias() >= 0 ? from.tokens().identifier(item.alias()) : name;
    if (item.alias() >= 0) {
      aliases.put(local, name);
    }
    origins.put(local, module);
  }

  void rewrite() {
    int announced = -NEAR;
    // the value of an assignment is looked at before what it is assigned to
    List<StringUse> strings =
        analysis.strings().stream().sorted(Comparator.comparingInt(StringUse::start)).toList();
    for (StringUse string : strings) {
      boolean named = string.start() - announced < NEAR;
      announced = announces(string) ? string.end() : -NEAR;
      if (string.end() - string.start() > LONGEST || external(string) || !mayBeDotted(string)) {
        continue;
      }
      String text = analysis.source().text(string.start(), string.end());
      if (text.startsWith(".")) {
        switch (string.place()) {
          case Anchored anchored -> relative.rewrite(string, text, anchored);
          case Element _ when RELATIVE.matcher(text).matches() ->
              relative.rewriteElement(string, text);
          case Element _, CallArgument _, Value _, Elsewhere _ -> {}
        }
      } else if (DOTTED.matcher(text).matches()) {
        rewrite(string, text, named);
      }
    }
  }

  private boolean external(StringUse string) {
    byte[] bytes = analysis.source().bytes();
    int slashes = string.start() + EXTERNAL.length() - 1;
    boolean may = slashes < string.end() && bytes[string.start()] == 'e' && bytes[slashes] == '/';
    String text = may ? analysis.source().text(string.start(), string.end()) : "";
    if (!text.startsWith(EXTERNAL)) {
      return false;
    }
    String name = text.substring(EXTERNAL.length());
    if (DOTTED.matcher(name).matches()) {
      rewrite(new StringUse(slashes + 1, string.end(), string.place()), name, true);
    }
    return true;
  }

  /** Whether the next string names a module. */
  private boolean announces(StringUse string) {
    return string.end() - string.start() <= LONGEST
        && ANNOUNCES.matcher(analysis.source().text(string.start(), string.end())).matches();
  }

  /** A quick look before the pattern: most strings hold blanks, or begin with something else. */
  private boolean mayBeDotted(StringUse string) {
    byte[] bytes = analysis.source().bytes();
    for (int i = string.start(); i < string.end(); i++) {
      byte b = bytes[i];
      if (b <= ' ' || b == '/' || b == '-') {
        return false;
      }
    }
    return string.end() > string.start();
  }

  /**
   * Rewrites one string that has the form of a dotted name.
   *
   * @param named whether what stands around it tells that it names a module
   */
  void rewrite(StringUse string, String text, boolean named) {
    int colon = text.indexOf(':');
    String dotted = colon < 0 ? text : text.substring(0, colon);
    List<String> segments = List.of(dotted.split("\\.", -1));
    if (!names.existed(segments.getFirst())) {
      return;
    }
    int length =
        string.place() instanceof CallArgument call && IMPORTING.contains(callee(call))
            ? names.importedLength(segments)
            : names.moduleLength(segments, 1);
    String module = String.join(".", segments.subList(0, length));
    String moved = names.moved(module);
    if (moved.equals(module) || edits.isSettled(string.start(), string.end())) {
      return;
    }
    boolean bound = length < segments.size() && names.binds(module, segments.get(length));
    boolean attribute = colon >= 0 || bound;
    boolean given =
        colon >= 0 && (bound || names.binds(module, DottedNames.first(text.substring(colon + 1))));
    boolean other =
        commands.namesOther(string.start()) || (isTask(string) && names.spells(module, text));
    Confidence confidence =
        other
            ? Confidence.LOW
            : named || (given && length > 1)
                ? Confidence.HIGH
                : surroundings
                    .confidence(string.start())
                    .orElseGet(() -> confidence(string.place(), length, attribute, colon >= 0));
    if (confidence == Confidence.LOW || least == null || confidence.compareTo(least) > 0) {
      boolean told = length > 1 || confidence != Confidence.LOW;
      if (told && !edits.changes(string.start(), string.end())) {
        edits.note(string.start(), Code.M023, text, moved);
      }
      return;
    }
    NameEdit edit = NameEdit.between(segments(dotted, string.start(), length), moved);
    edits.replace(edit.start(), edit.end(), edit.text(), EditReason.STRING, confidence);
    if (string.place() instanceof CallArgument call && callee(call).equals("__import__")) {
      new ImportedRoots(analysis.tokens(), edits)
          .follow(string.end(), segments.subList(0, length), moved);
    }
    if (confidence == Confidence.MEDIUM) {
      edits.note(string.start(), Code.M024, text, moved);
    }
  }

  private static List<Segment> segments(String dotted, int start, int count) {
    List<Segment> segments = new ArrayList<>();
    int at = start;
    for (String name : dotted.split("\\.", count + 1)) {
      if (segments.size() < count) {
        segments.add(new Segment(name, at, at + name.length()));
        at += name.length() + 1;
      }
    }
    return segments;
  }

  private Confidence confidence(
      StringUse.Place place, int length, boolean withAttribute, boolean withColon) {
    return switch (place) {
      case CallArgument call when isCallOfTask(call) || isQueued(call) ->
          withAttribute ? Confidence.MEDIUM : Confidence.LOW;
      case CallArgument call -> ofCall(call);
      case Anchored _ -> Confidence.HIGH;
      case Element(String variable) when variable.equals("SILENCED_SYSTEM_CHECKS") ->
          Confidence.LOW;
      case Element(String variable) when SETTINGS.contains(variable) -> Confidence.HIGH;
      case Value(String variable) when SETTINGS.contains(variable) -> Confidence.HIGH;
      case Element _ when length > 1 || withAttribute -> Confidence.MEDIUM;
      case Value _, Elsewhere _, Element _ ->
          withColon && length > 1 ? Confidence.HIGH : Confidence.LOW;
    };
  }

  private boolean isTask(StringUse string) {
    return surroundings.isTask(string.start())
        || (string.place() instanceof CallArgument call && isCallOfTask(call));
  }

  /** {@code app.send_task("a.b.f")}: by the name that Celery gives the function of a module. */
  private boolean isCallOfTask(CallArgument call) {
    boolean first = call.position() == 0 || call.keyword().equals("name");
    return first
        && (call.callee().equals("send_task")
            || (callee(call).equals("signature") && library(call).equals("celery")));
  }

  private boolean isQueued(CallArgument call) {
    boolean function = call.position() == 0 || call.keyword().equals("func");
    return function && ENQUEUING.contains(call.callee()) && origins.containsValue("rq");
  }

  private Confidence ofCall(CallArgument call) {
    boolean setting =
        SETTINGS.contains(call.keyword())
            || (SETTINGS.contains(call.owner()) && LIST_METHODS.contains(call.callee()));
    if (setting) {
      return Confidence.HIGH;
    }
    boolean first = call.position() == 0 || (call.position() < 0 && !call.keyword().isEmpty());
    if (!first || !LOADER_KEYWORDS.contains(call.keyword())) {
      return Confidence.LOW;
    }
    String callee = callee(call);
    String owner = aliases.getOrDefault(call.owner(), call.owner());
    boolean loads =
        LoadingFunctions.contains(callee)
            || LOADERS_OF_LIBRARIES.contains(DottedNames.join(library(call), callee))
            || (RESOURCE_FUNCTIONS.contains(callee)
                && (RESOURCE_LIBRARIES.contains(owner)
                    || RESOURCE_LIBRARIES.contains(DottedNames.last(library(call)))))
            || (callee.equals("from_object") && call.owner().equals("config"))
            || (owner.equals("patch") && (callee.equals("dict") || callee.equals("multiple")))
            || LoadingFunctions.ofMonkeypatch(call.owner(), call.callee())
            || (call.owner().equals("modules") && MODULE_LOOKUPS.contains(call.callee()));
    return loads ? Confidence.HIGH : Confidence.LOW;
  }

  /** The module that the function was imported from by its own name, or that it is called on. */
  private String library(CallArgument call) {
    return call.owner().isEmpty()
        ? origins.getOrDefault(call.callee(), "")
        : DottedNames.join(origins.getOrDefault(call.owner(), ""), call.owner());
  }

  /** What is called, by the name that it was imported by. */
  private String callee(CallArgument call) {
    return call.owner().isEmpty()
        ? aliases.getOrDefault(call.callee(), call.callee())
        : call.callee();
  }
}

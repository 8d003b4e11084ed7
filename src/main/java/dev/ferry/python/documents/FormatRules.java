package dev.ferry.python.documents;

/** What stands under which keys, by the documentation of the tools for Python that read them. */
final class FormatRules {
  private static final String PYTEST =
      """
      PATH {} testpaths
      PATH {} pythonpath
      PATH {} norecursedirs
      COMMAND {} addopts
      NAME {} django_settings_module
      NAME {} plugins
      PATH {} python_files
      WARNING {} filterwarnings
      NOTHING {} markers
      NOTHING {} log_*
      """;

  private static final String MYPY =
      """
      NAME {} packages
      NAME {} modules
      NAME {} module
      NAME {} overrides module
      PATH {} files
      PATH {} mypy_path
      REGEX {} exclude
      EITHER {} plugins
      NAME {} django_settings_module
      """;

  private static final String COVERAGE =
      """
      EITHER {}run source
      NAME {}run source_pkgs
      PATH {}run source_dirs
      PATH {}run omit
      PATH {}run include
      NAME {}run plugins
      PATH {}report omit
      PATH {}report include
      PATH {}html directory
      PATH {}paths *
      NOTHING {}report exclude_*
      """;

  private static final String ISORT =
      """
      NAME {} known_*
      NAME {} known-*
      NAME {} extra_standard_library
      NAME {} forced_separate
      NAME {} sections *
      PATH {} src_paths
      PATH {} src
      PATH {} skip
      PATH {} skip_glob
      PATH {} extend_skip
      PATH {} extend_skip_glob
      """;

  private static final String IMPORT_LINTER =
      """
      NAME {} root_package
      NAME {} root_packages
      NAME {} ** source_modules
      NAME {} ** forbidden_modules
      NAME {} ** protected_modules
      NAME {} ** allowed_importers
      NAME {} ** modules
      NAME {} ** layers
      NAME {} ** containers
      NAME {} ** ancestors
      NAME {} ** skip_descendants
      NAME {} ** ignore_imports
      NAME {} ** contract_types
      NOTHING {} **
      """;

  private static final String PYLINT =
      """
      NAME {} ignored-modules
      NAME {} load-plugins
      NAME {} known-*
      NAME {} extension-pkg-*
      NAME {} deprecated-modules
      PATH {} source-roots
      PATTERN {} ignore
      REGEX {} ignore-paths
      REGEX {} ignore-patterns
      COMMAND {} init-hook
      """;

  private static final String RUFF_BODY =
      """
      PATH {} src
      PATH {} exclude
      PATH {} extend-exclude
      PATH {} include
      PATH {} extend-include
      PATH {} extend
      PATH {} ** exclude
      PATH {} ** per-file-ignores <key>
      PATH {} ** extend-per-file-ignores <key>
      PATH {} per-file-target-version <key>
      PATH {} ** namespace-packages
      NAME {} ** isort known-*
      NAME {} ** isort extra-standard-library
      NAME {} ** isort sections *
      NAME {} ** isort forced-separate
      NAME {} ** banned-api <key>
      NAME {} ** banned-module-level-imports
      NAME {} ** logger-objects
      NAME {} ** exempt-modules
      NAME {} ** runtime-evaluated-base-classes
      NAME {} ** runtime-evaluated-decorators
      NAME {} ** ignore-decorators
      NAME {} ** property-decorators
      NAME {} ** extend-immutable-calls
      PATH {} analyze include-dependencies <key>
      PATH {} analyze include-dependencies *
      NOTHING {} ** ignore
      NOTHING {} ** select
      NOTHING {} ** extend-select
      NOTHING {} ** extend-ignore
      """;

  static final Rules RUFF = new Rules(Use.VALUE, RUFF_BODY.replace("{} ", ""));

  static final Rules PYPROJECT =
      new Rules(
          Use.VALUE,
          """
          NAME project scripts *
          NAME project gui-scripts *
          NAME project entry-points * *
          FILES project readme file
          FILES project readme
          PATTERN project license-files
          NOTHING project name
          NOTHING project description
          NOTHING project keywords
          NOTHING project authors **
          NOTHING project dependencies
          NOTHING project optional-dependencies **
          NOTHING dependency-groups **
          NOTHING build-system requires
          NAME build-system build-backend
          PATH build-system backend-path
          NAME tool setuptools packages
          NAME tool setuptools py-modules
          NAME tool setuptools packages find include
          NAME tool setuptools packages find exclude
          PATH tool setuptools packages find where
          PACKAGE_DATA tool setuptools package-data *
          PACKAGE_DATA tool setuptools exclude-package-data *
          NAME tool setuptools package-data <key>
          NAME tool setuptools exclude-package-data <key>
          NAME tool setuptools package-dir <key>
          PATH tool setuptools package-dir *
          PATH tool setuptools data-files *
          PATH tool setuptools script-files
          NAME tool setuptools dynamic * attr
          PATH tool setuptools dynamic * file
          NAME tool setuptools ext-modules name
          PATH tool setuptools ext-modules sources
          NAME tool setuptools cmdclass *
          NAME tool poetry scripts *
          EITHER tool poetry scripts * reference
          NAME tool poetry scripts * callable
          NAME tool poetry plugins * *
          PACKAGE_PATH tool poetry packages include
          PATH tool poetry packages from
          PATH tool poetry include
          PATH tool poetry exclude
          PATH tool poetry include path
          PATH tool poetry exclude path
          PATH tool poetry build script
          PATH tool poetry-dynamic-versioning ** files <key>
          PATH tool poetry-dynamic-versioning ** files
          NOTHING tool poetry name
          NOTHING tool poetry description
          NOTHING tool poetry keywords
          NOTHING tool poetry dependencies **
          NOTHING tool poetry group **
          PATH tool hatch build ** packages
          PATTERN tool hatch build ** include
          PATTERN tool hatch build ** exclude
          PATTERN tool hatch build ** only-include
          PATTERN tool hatch build ** artifacts
          PATH tool hatch build ** sources
          PATH tool hatch build ** sources <key>
          PATH tool hatch build ** force-include <key>
          PATH tool hatch build ** shared-data <key>
          PATH tool hatch build ** shared-scripts <key>
          PATH tool hatch build ** extra-metadata <key>
          PATH tool hatch build ** path
          PATH tool hatch build ** version-file
          PATH tool hatch version path
          COMMAND tool hatch envs ** scripts *
          NAME tool flit module name
          PATH tool flit sdist *
          PATH tool pdm build *
          PATH tool pdm version path
          NAME tool pdm version getter
          ENTRY_POINT tool pdm scripts * call
          COMMAND tool pdm scripts **
          PATH tool uv build-backend module-root
          NAME tool uv build-backend module-name
          PATH tool uv workspace members
          PATH tool uv workspace exclude
          PATH tool uv sources * path
          NOTHING tool poe tasks * help
          NAME tool poe tasks ** script
          COMMAND tool poe tasks **
          NOTHING tool taskipy tasks * help
          COMMAND tool taskipy tasks **
          """
              + PYTEST.replace("{}", "tool pytest ini_options")
              + PYTEST.replace("{}", "tool pytest")
              + MYPY.replace("{}", "tool mypy")
              + COVERAGE.replace("{}", "tool coverage ")
              + ISORT.replace("{}", "tool isort")
              + IMPORT_LINTER.replace("{}", "tool importlinter")
              + RUFF_BODY.replace("{}", "tool ruff")
              + """
              REGEX tool black exclude
              REGEX tool black extend-exclude
              REGEX tool black force-exclude
              REGEX tool black include
              PATH tool pyright **
              PATH tool basedpyright **
              NAME tool pylint ** ignored-modules
              NAME tool pylint ** load-plugins
              PATTERN tool pylint ** ignore
              REGEX tool pylint ** ignore-paths
              REGEX tool pylint ** ignore-patterns
              COMMAND tool pylint ** init-hook
              REGEX tool pydoclint exclude
              PATH tool bandit **
              PATH tool vulture paths
              PATH tool vulture exclude
              PATH tool interrogate exclude
              NAME tool django-stubs django_settings_module
              PATH tool commitizen version_files
              PATH tool bumpversion files filename
              PATH tool semantic_release version_*
              NAME tool towncrier package
              PATH tool towncrier package_dir
              PATH tool setuptools_scm write_to
              PATH tool setuptools_scm version_file
              PATH tool cython-lint **
              NAME tool maturin module-name
              PATH tool maturin python-source
              NAME tool maturin python-packages
              PATH tool scikit-build wheel packages
              COMMAND tool cibuildwheel **
              COMMAND tool tox ** commands
              COMMAND tool tox legacy_tox_ini
              NAME tool deptry known_first_party
              REGEX tool deptry extend_exclude
              PATH tool djlint **
              NAME tool scriv **
              """);

  /** Tools whose own TOML file has the tables of pyproject.toml or shorter ones. */
  static final Rules TOOL_TOML =
      new Rules(
          Use.VALUE,
          PYTEST.replace("{}", "pytest")
              + COVERAGE.replace("{}", "")
              + COVERAGE.replace("{}", "tool coverage ")
              + MYPY.replace("{}", "mypy")
              + IMPORT_LINTER.replace("{}", "importlinter")
              + IMPORT_LINTER.replace("{}", "tool importlinter")
              + """
              COMMAND scripts *
              COMMAND tasks **
              """);

  static final Rules INI =
      new Rules(
          Use.VALUE,
          """
          NAME <section> mypy- <key>
          PATH <section> bumpversion:file: <key>
          PATTERN <section> python: <key>
          PATTERN <section> jinja2: <key>
          PATTERN <section> javascript: <key>
          PATTERN <section> ignore: <key>
          PATTERN <section> mako: <key>
          NAME options packages
          NAME options py_modules
          PATH options scripts
          EITHER options package_dir
          ENTRY_POINT options.entry_points *
          NAME options.package_data <key>
          NAME options.exclude_package_data <key>
          PACKAGE_DATA options.package_data *
          PACKAGE_DATA options.exclude_package_data *
          PATH options.packages.find where
          NAME options.packages.find include
          NAME options.packages.find exclude
          PATH options.data_files *
          NOTHING options install_requires
          NOTHING options tests_require
          NOTHING options.extras_require *
          NAME metadata version
          FILES metadata long_description
          PATH metadata license_files
          PATH metadata license_file
          COMMAND aliases *
          NOTHING metadata name
          NOTHING metadata description
          NOTHING metadata keywords
          NAME settings default
          NOTHING deploy *
          NAME app:* *
          PATH flake8 per-file-ignores
          PATH flake8 exclude
          PATH flake8 extend-exclude
          PATH flake8 filename
          PATH flake8 extended_default_ignore
          NAME flake8 application-import-names
          PATH flake8:local-plugins paths
          ENTRY_POINT flake8:local-plugins *
          NOTHING flake8 ignore
          NOTHING flake8 select
          PATH pycodestyle exclude
          REGEX pydocstyle match-dir
          PATH bandit exclude*
          COMMAND testenv* commands*
          COMMAND testenv* allowlist_externals
          COMMAND? testenv* setenv
          COMMAND? testenv* set_env
          NOTHING testenv* deps
          NOTHING testenv* extras
          NOTHING testenv* dependency_groups
          NOTHING testenv* base_python
          NOTHING testenv* basepython
          NOTHING tox requires
          NOTHING options setup_requires
          PATH testenv* changedir
          PATH testenv* change_dir
          NOTHING testenv* description
          NAME mypy.plugins.django-stubs django_settings_module
          EITHER alembic script_location
          PATH alembic version_locations
          PATH alembic prepend_sys_path
          NAME? handler_* class
          NAME? formatter_* class
          NOTHING logger_* qualname
          PACKAGE_PATH versioneer versionfile_build
          PATH versioneer versionfile_*
          """
              + PYTEST.replace("{}", "pytest")
              + PYTEST.replace("{}", "tool:pytest")
              + MYPY.replace("{}", "mypy")
              + COVERAGE.replace("{}", "")
              + COVERAGE.replace("{}", "coverage:")
              + ISORT.replace("{}", "settings")
              + ISORT.replace("{}", "isort")
              + ISORT.replace("{}", "tool:isort")
              + IMPORT_LINTER.replace("{}", "importlinter*")
              + PYLINT.replace("{}", "*")
              + DeploymentRules.SERVICES);

  private FormatRules() {}
}

package dev.ferry.python.documents;

/**
 * What stands under which keys in files that run, build, ship and document a program, whatever its
 * language.
 */
final class DeploymentRules {
  /** Sections whose names tell which program reads them. */
  static final String SERVICES =
      """
      COMMAND program:* command
      COMMAND eventlistener:* command
      COMMAND fcgi-program:* command
      PATH program:* directory
      COMMAND? program:* environment
      COMMAND? supervisord environment
      NAME uwsgi module
      NAME uwsgi wsgi
      NAME uwsgi import
      NAME uwsgi shared-import
      NAME uwsgi paste
      PATH uwsgi wsgi-file
      PATH uwsgi mule
      PATH uwsgi pythonpath
      PATH uwsgi chdir
      COMMAND? uwsgi env
      COMMAND? uwsgi attach-daemon
      COMMAND service exec*
      COMMAND? service environment
      PATH service workingdirectory
      PATH service environmentfile
      """;

  static final Rules SECTIONS =
      new Rules(
          Use.NOTHING,
          SERVICES
              + """
              NAME app:* paste.app_factory
              NAME app:* pyramid.includes
              NAME app:* mako.directories
              NAME filter:* paste.filter_factory
              NAME? handler_* class
              NAME? formatter_* class
              NOTHING logger_* *
              """);

  static final Rules PROPERTIES =
      new Rules(
          Use.NOTHING,
          """
          PATTERN * sonar.sources
          PATTERN * sonar.tests
          PATTERN * sonar.inclusions
          PATTERN * sonar.exclusions
          PATTERN * sonar.test.*
          PATTERN * sonar.coverage.*
          PATTERN * sonar.cpd.*
          PATTERN * sonar.python.*
          PATTERN * sonar.issue.*
          """);

  /** Keys that mean the same in whatever file they stand. */
  static final Rules DATA =
      new Rules(
          Use.NOTHING,
          """
          NOTHING kubernetes ** image
          NOTHING kubernetes ** labels **
          NAME ** _target_
          NAME ** class_path
          NAME ** ()
          HANDLER aws resources * properties handler
          PATH aws resources * properties codeuri
          COMMAND? aws resources * properties environment variables *
          NAME formatters * class
          NAME handlers * class
          VALUE handlers * stream
          NAME filters * class
          NAME ** logging handlers * class
          VALUE ** logging handlers * stream
          NAME ** logging formatters * class
          COMMAND kubernetes ** command
          COMMAND kubernetes ** args
          COMMAND? kubernetes ** env
          COMMAND? kubernetes ** env value
          COMMAND? kubernetes data *
          OUTSIDE kubernetes ** workingdir
          """);

  static final Rules BAZEL =
      new Rules(
          Use.NOTHING,
          """
          LABEL srcs
          LABEL main
          LABEL data
          LABEL hdrs
          LABEL deps
          LABEL runtime_deps
          LABEL actual
          LABEL tests
          LABEL tools
          LABEL visibility
          LABEL exports_files
          LABEL load
          LABEL glob
          LABEL sources
          LABEL source
          LABEL dependencies
          EITHER entry_point
          """);

  static final Rules WORKFLOW =
      new Rules(
          Use.COMMAND,
          """
          NOTHING ** container
          NOTHING ** services *
          PATTERN on * paths
          PATTERN on * paths-ignore
          PATTERN ** filters
          PATH ** working-directory
          NOTHING ** name
          NOTHING ** description
          NOTHING ** image
          NOTHING ** branches
          NOTHING ** tags
          NOTHING ** runs-on
          COMMAND ** run
          PATH ** uses
          """);

  static final Rules TOOL_YAML =
      new Rules(
          Use.COMMAND,
          """
          NOTHING ** name
          NOTHING ** description
          NOTHING ** image
          NOTHING ** container_name
          NOTHING ** depends_on
          NOTHING services * links
          NOTHING services * external_links
          NOTHING services * extra_hosts
          NOTHING services * hostname
          NOTHING services * domainname
          NOTHING services * network*
          NOTHING services * profiles
          NOTHING services * volumes_from
          NOTHING services * build target
          NOTHING services * extends service
          NOTHING ** additional_dependencies
          NOTHING ** additional-dependencies
          NOTHING addons **
          NOTHING ** apt **
          OUTSIDE services * working_dir
          NOTHING ** desc
          NOTHING ** summary
          PATTERN ** directory
          PATTERN ** directories
          NOTHING ** repo
          NOTHING ** id
          NOTHING site_*
          NOTHING nav **
          PATH docs_dir
          HANDLER functions * handler
          PATTERN include
          PATTERN include local
          PATTERN ** trigger include local
          PATTERN ** changes
          PATTERN ** changes paths
          PATTERN ** exists
          PATTERN ** paths include
          PATTERN ** paths exclude
          PATTERN ** artifacts paths
          PATTERN ** cache paths
          PATTERN ** flags * paths
          PATTERN ** individual_components paths
          PATTERN ** includePaths
          PATTERN ** patterns
          PATTERN ** any-glob-to-any-file
          PATTERN ** all-globs-to-any-file
          PATTERN ** any-glob-to-all-files
          PATTERN ** all-globs-to-all-files
          PATTERN ** sources
          PATTERN ** deps
          PATTERN ** outs
          PATTERN ** plots <key>
          PATTERN ** params <key>
          PATTERN ignore
          PATTERN skip_files
          REGEX ** files
          REGEX exclude
          REGEX ** hooks exclude
          PATH watch
          PATH hooks
          PATH plugins ** paths
          """);

  static final Rules TOOL_JSON =
      new Rules(
          Use.NOTHING,
          """
          PATH include
          PATH exclude
          PATH ignore
          PATH strict
          PATH extraPaths
          PATH stubPath
          PATH executionEnvironments root
          PATH executionEnvironments extraPaths
          FILES?? homepage
          FILES?? repository **
          FILES?? bugs **
          PATTERN lint-staged <key>
          COMMAND lint-staged *
          PATH bin
          PATH bin *
          COMMAND scripts *
          NAME configurations module
          NAME launch configurations module
          COMMAND configurations program
          COMMAND configurations args
          COMMAND launch configurations program
          COMMAND launch configurations args
          COMMAND? configurations env *
          COMMAND? launch configurations env *
          PATH configurations cwd
          FILES configurations envfile
          PATH launch configurations cwd
          PATH tasks options cwd
          COMMAND? tasks options env *
          FILES python.envfile
          PATTERN packageRules matchFileNames
          PATTERN packageRules matchPaths
          PATTERN ignorePaths
          PATTERN includePaths
          REGEX ** fileMatch
          REGEX ** managerFilePatterns
          PATTERN files.exclude <key>
          PATTERN files.associations <key>
          PATTERN files.watcherexclude <key>
          PATTERN search.exclude <key>
          PATTERN settings files.exclude <key>
          PATTERN files
          COMMAND tasks command
          COMMAND tasks args
          COMMAND postCreateCommand **
          COMMAND postStartCommand **
          COMMAND postAttachCommand **
          COMMAND onCreateCommand **
          COMMAND initializeCommand **
          COMMAND updateContentCommand **
          COMMAND mounts
          FILES?? workspaceFolder
          PATH configurations pathMappings localRoot
          FILES?? configurations pathMappings remoteRoot
          COMMAND? containerEnv *
          COMMAND? remoteEnv *
          PATH build dockerfile
          COMMAND python.testing.pytestArgs
          COMMAND python.testing.unittestArgs
          PATH python.analysis.*
          PATH settings python.analysis.*
          COMMAND settings python.testing.*
          """);

  static final Rules DOCKERFILE =
      new Rules(
          Use.NOTHING,
          """
          PATH copy
          PATH add
          OUTSIDE copy-from-stage
          OUTSIDE workdir
          OUTSIDE volume
          COMMAND run
          COMMAND cmd
          COMMAND entrypoint
          COMMAND healthcheck
          COMMAND? env
          COMMAND? arg
          COMMAND onbuild
          """);

  static final Rules JENKINS =
      new Rules(
          Use.VALUE,
          """
          COMMAND ** sh
          COMMAND ** bat
          COMMAND ** powershell
          COMMAND ** pwsh
          COMMAND ** script
          PATH ** dir
          PATH ** load
          PATTERN ** changeset
          PATH ** artifacts
          PATH ** includes
          PATH ** excludes
          NOTHING ** stage
          NOTHING ** echo
          NOTHING ** image
          NOTHING ** label
          NOTHING ** description
          """);

  static final Rules SNAKEMAKE =
      new Rules(
          Use.VALUE,
          """
          PATH script
          PATH notebook
          PATH include
          PATH conda
          PATH configfile
          PATH workdir
          PATH snakefile
          COMMAND shell
          """);

  static final Rules IDEA =
      new Rules(
          Use.NOTHING,
          """
          PATH path *
          EITHER option SCRIPT_NAME
          PATH option WORKING_DIRECTORY
          COMMAND option PARAMETERS
          COMMAND option _new_additionalArguments
          EITHER option _new_target
          COMMAND? env *
          PATH sourceFolder *
          PATH excludeFolder *
          """);

  static final Rules COMMANDS = new Rules(Use.COMMAND, "");

  static final Rules PATTERNS = new Rules(Use.PATTERN, "PATTERN pattern");

  static final Rules CYTHON = new Rules(Use.NOTHING, "CODE code\nPATH include");

  static final Rules MANIFEST =
      new Rules(
          Use.NOTHING,
          """
          PATTERN global-include
          PATTERN global-exclude
          PATH include
          PATH exclude
          TREE recursive-include
          TREE recursive-exclude
          BELOW recursive-include patterns
          BELOW recursive-exclude patterns
          TREE graft
          TREE prune
          """);

  static final Rules DOCUMENTATION =
      new Rules(
          Use.NOTHING,
          """
          NAME? role
          CODE code
          PATH download
          PATH snippet
          FILES?? link
          FILES?? address
          FILES?? backslashes
          COMMAND?? shell
          PATH directive include
          PATH directive literalinclude
          NAME identifier
          NAME? reference
          NAME option
          NAME summary
          NAME directive auto*
          NAME directive module
          NAME directive currentmodule
          NAME directive function
          NAME directive class
          NAME directive method
          NAME directive attribute
          NAME directive data
          NAME directive exception
          NAME directive decorator
          NAME directive inheritance-diagram
          NAME directive click
          NAME directive pydantic*
          NAME directive enum
          NAME directive kedro*
          NAME directive program-output
          NAME directive typer
          NAME directive flask*
          """);

  private DeploymentRules() {}
}

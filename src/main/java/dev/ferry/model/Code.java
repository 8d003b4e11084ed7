package dev.ferry.model;

/**
 * Every kind of thing that ferry tells a reader about. The letter names the room that finds it; the
 * words stand in {@code view/messages.properties}; {@code ferry explain} shows them.
 *
 * <p>Codes are never reused: scripts and notes refer to them.
 */
public enum Code {
  // B: batches and manifest
  /** A batch or manifest file that is not there. */
  B001(Severity.ERROR),
  /** A file that cannot be read. */
  B002(Severity.ERROR),
  /** A file larger than ferry reads. */
  B003(Severity.ERROR),
  /** A source that the tree does not hold. */
  B004(Severity.ERROR),
  /** A line that is not UTF-8. */
  B005(Severity.ERROR),
  /** A file in UTF-16. */
  B006(Severity.ERROR),
  /** A batch without rows. */
  B007(Severity.WARNING),
  /** More rows than ferry takes. */
  B008(Severity.ERROR),
  /** A line longer than any row. */
  B009(Severity.ERROR),
  /** A row that has not three columns. */
  B010(Severity.ERROR),
  /** A comment, which batches do not have. */
  B011(Severity.ERROR),
  /** A column without content. */
  B012(Severity.ERROR),
  /** A character that a reader cannot see. */
  B013(Severity.ERROR),
  /** An absolute path. */
  B014(Severity.ERROR),
  /** A path that climbs. */
  B015(Severity.ERROR),
  /** A path into git's own directory. */
  B016(Severity.ERROR),
  /** A backslash in a path. */
  B017(Severity.ERROR),
  /** A name that begins like an option. */
  B018(Severity.ERROR),
  /** An untidy column that has one right reading. */
  B019(Severity.WARNING),
  /** A name longer than file systems allow. */
  B020(Severity.ERROR),
  /** A module name that is none. */
  B021(Severity.ERROR),
  /** A destination that could not be imported. */
  B022(Severity.ERROR),
  /** A destination of another kind than the source. */
  B023(Severity.ERROR),
  /** A module that stands in two rows. */
  B024(Severity.ERROR),
  /** A destination that two rows want. */
  B025(Severity.ERROR),
  /** A source that two rows move. */
  B026(Severity.ERROR),
  /** A row that stands there twice. */
  B027(Severity.ERROR),
  /** Two destinations that differ only in case. */
  B028(Severity.ERROR),
  /** Two modules that differ only in case. */
  B029(Severity.WARNING),
  /** A byte order mark. */
  B030(Severity.NOTE),
  /** Line ends of another system. */
  B031(Severity.NOTE),
  /** Lines without a row. */
  B032(Severity.NOTE),
  /** A destination that is taken. */
  B033(Severity.ERROR),
  /** A row in place whose file is not there. */
  B034(Severity.ERROR),
  /** A module and a package of one name. */
  B035(Severity.ERROR),
  /** A destination inside a package that moves away. */
  B036(Severity.ERROR),
  /** A module in the way of a package. */
  B037(Severity.NOTE),
  /** A destination below something that is no folder. */
  B038(Severity.ERROR),
  /** A source that is no regular file. */
  B039(Severity.ERROR),
  /** A destination that hides the standard library. */
  B040(Severity.ERROR),
  /** A destination that differs from a file only in case. */
  B041(Severity.WARNING),
  /** A module hidden by a package. */
  B042(Severity.WARNING),
  /** A finished line that belongs to no row. */
  B050(Severity.NOTE),
  /** A .done file that cannot be written. */
  B051(Severity.ERROR),
  /** A .done file that contradicts the tree. */
  B052(Severity.WARNING),
  /** A manifest that is not JSON. */
  B060(Severity.ERROR),
  /** A manifest without modules. */
  B061(Severity.ERROR),
  /** A record of the manifest that lacks something. */
  B062(Severity.ERROR),
  /** A complexity that ferry does not know. */
  B063(Severity.ERROR),
  /** A manifest whose sums do not agree with it. */
  B064(Severity.WARNING),
  /** A plan without a module. */
  B065(Severity.ERROR),
  /** A target without a folder. */
  B066(Severity.ERROR),
  /** Paths of a manifest that were tidied. */
  B067(Severity.NOTE),
  /** A row that was rewritten. */
  B070(Severity.NOTE),
  /** A repetition that was removed. */
  B071(Severity.NOTE),
  /** A byte order mark that was removed. */
  B072(Severity.NOTE),
  /** Line ends that were rewritten. */
  B073(Severity.NOTE),
  /** Blank lines that were removed. */
  B074(Severity.NOTE),
  /** A last line end that was added. */
  B075(Severity.NOTE),
  /** Two batches of a plan that differ only in case. */
  B068(Severity.ERROR),

  // C: configuration
  /** A configuration file that cannot be read. */
  C001(Severity.ERROR),
  /** A configuration file that is not YAML. */
  C002(Severity.ERROR),
  /** A key that ferry does not know. */
  C003(Severity.ERROR),
  /** A value that does not fit its key. */
  C004(Severity.ERROR),
  /** A key that is given twice. */
  C005(Severity.ERROR),
  /** A gate that ferry does not know. */
  C006(Severity.ERROR),
  /** A setting that one line cannot express. */
  C007(Severity.ERROR),
  /** A command with a name that is taken. */
  C008(Severity.ERROR),
  /** A command that never runs. */
  C009(Severity.WARNING),
  /** A gate that is listed twice. */
  C010(Severity.WARNING),
  /** A configuration without gates. */
  C011(Severity.ERROR),
  /** A smoke gate without a command. */
  C012(Severity.ERROR),
  /** A placeholder that ferry does not know. */
  C013(Severity.ERROR),
  /** A setting that lacks its placeholder. */
  C014(Severity.ERROR),
  /** Groups are to be verified, and branches do not stand on each other. */
  C015(Severity.ERROR),

  // E: environment, programs
  /** The configured environment holds no interpreter. */
  E001(Severity.ERROR),
  /** An environment is there, but no interpreter in it. */
  E002(Severity.ERROR),
  /** No interpreter anywhere. */
  E003(Severity.ERROR),
  /** The interpreter does not answer. */
  E004(Severity.ERROR),
  /** The environment has no test runner. */
  E005(Severity.ERROR),
  /** A program of a gate is not there. */
  E006(Severity.ERROR),
  /** The environment that is used. */
  E007(Severity.NOTE),
  /** A file that the worktree settings name is not in the checkout. */
  E008(Severity.ERROR),
  /** A set-up command of the worktree failed. */
  E009(Severity.ERROR),
  /** DOCTOR: the repository. */
  E020(Severity.NOTE),
  /** DOCTOR: the base. */
  E021(Severity.NOTE),
  /** DOCTOR: the version of git. */
  E022(Severity.NOTE),
  /** DOCTOR: who commits. */
  E023(Severity.NOTE),
  /** DOCTOR: what starts sessions. */
  E024(Severity.NOTE),
  /** DOCTOR: nothing starts sessions. */
  E025(Severity.ERROR),
  /** DOCTOR: the gates that run. */
  E026(Severity.NOTE),
  /** DOCTOR: slots and disk. */
  E027(Severity.NOTE),
  /** DOCTOR: little disk space. */
  E028(Severity.WARNING),
  /** DOCTOR: the batches. */
  E029(Severity.NOTE),
  /** DOCTOR: no filter is switched off. */
  E030(Severity.NOTE),
  /** DOCTOR: the configuration. */
  E031(Severity.NOTE),
  /** The heap is spent. */
  E090(Severity.ERROR),
  /** The system gave no more memory or threads. */
  E091(Severity.ERROR),

  // F: facts

  // G: git
  /** There is no git repository where ferry was started. */
  G001(Severity.ERROR),
  /** The git program is missing. */
  G002(Severity.ERROR),
  /** The git program is too old. */
  G003(Severity.ERROR),
  /** Another user owns the repository, so git does not trust its settings. */
  G004(Severity.ERROR),
  /** The repository holds no commit. */
  G005(Severity.ERROR),
  /** A revision that names no commit. */
  G006(Severity.ERROR),
  /** A call of git failed for a reason that has no code of its own. */
  G007(Severity.ERROR),
  /** Git does not know who commits. */
  G008(Severity.ERROR),
  /** Every slot is held by another ferry. */
  G009(Severity.ERROR),
  /** A branch of that name holds something else. */
  G010(Severity.ERROR),
  /** A branch changed between looking and writing. */
  G011(Severity.ERROR),
  /** The branch is checked out, so writing it would make that checkout dirty. */
  G012(Severity.ERROR),
  /** Git keeps branches like files: one cannot be a folder of another. */
  G013(Severity.ERROR),
  /** A branch name that git or ferry does not take. */
  G014(Severity.ERROR),
  /** The user's git signs commits, and could not sign this one. */
  G015(Severity.ERROR),
  /** Files that the repository names but does not have. */
  G016(Severity.WARNING),
  /** Filters of the user's git that do not run in slots. */
  G017(Severity.NOTE),

  /** A file of the checkout cannot be read. */
  G030(Severity.ERROR),
  /** Files of the checkout cannot be written. */
  G031(Severity.ERROR),
  /** Ferry's folder beside the repository's objects cannot be written. */
  G018(Severity.ERROR),
  /** Something of ferry's own cannot be deleted. */
  G040(Severity.WARNING),
  /** Ferry's clone cannot be tidied. */
  G041(Severity.WARNING),
  /** More is in use than the disk cap allows. */
  G042(Severity.WARNING),

  // M: moving
  /** A source that is not in the tree. */
  M001(Severity.ERROR),
  /** A source that is there in other letters. */
  M002(Severity.ERROR),
  /** A destination that is taken. */
  M003(Severity.ERROR),
  /** A move to where the source stands. */
  M004(Severity.ERROR),
  /** A destination that cannot be imported. */
  M005(Severity.ERROR),
  /** A destination that hides the standard library. */
  M006(Severity.ERROR),
  /** A module and a package of one name. */
  M007(Severity.ERROR),
  /** A destination inside what moves. */
  M008(Severity.ERROR),
  /** A destination below a symbolic link. */
  M009(Severity.ERROR),
  /** A submodule of git. */
  M010(Severity.ERROR),
  /** A module in the way of a package. */
  M011(Severity.ERROR),
  /** An import that would lead nowhere. */
  M012(Severity.ERROR),
  /** A source hidden by a package. */
  M013(Severity.ERROR),
  /** A destination that two moves want. */
  M014(Severity.ERROR),
  /** A source that two moves take. */
  M015(Severity.ERROR),
  /** A source of another kind than the destination. */
  M016(Severity.ERROR),
  /** What looks like an import of a broken file would lead nowhere. */
  M017(Severity.WARNING),
  /** An import that starts to work. */
  M020(Severity.NOTE),
  /** An import that was added. */
  M021(Severity.NOTE),
  /** A name that may stand for something else too. */
  M022(Severity.WARNING),
  /** A string that was left alone. */
  M023(Severity.WARNING),
  /** A string that was rewritten. */
  M024(Severity.NOTE),
  /** A rewritten file that does not parse. */
  M025(Severity.WARNING),
  /** A moved file that uses its own path. */
  M026(Severity.WARNING),
  /** A moved file that uses the search path. */
  M027(Severity.WARNING),
  /** A cycle of imports that a move closes. */
  M028(Severity.WARNING),
  /** A file that something remembers by name or place. */
  M029(Severity.WARNING),
  /** A file that changes too much for git to follow. */
  M030(Severity.WARNING),
  /** A file with several names. */
  M031(Severity.WARNING),
  /** A module that its new package hides. */
  M032(Severity.WARNING),
  /** A file whose bytes are missing. */
  M033(Severity.WARNING),
  /** A file that keeps an old name working. */
  M040(Severity.NOTE),
  /** No shim where a file is found by its path. */
  M041(Severity.WARNING),
  /** No shim where the old name is still something. */
  M042(Severity.WARNING),
  /** A source that is a shim. */
  M043(Severity.ERROR),
  /** A local name that could not follow its module because it is bound otherwise too. */
  M044(Severity.NOTE),
  /** A source root that is no directory of the repository. */
  M045(Severity.ERROR),
  /** A local name that could not follow its module because others read it. */
  M046(Severity.NOTE),
  /** A local name that could not follow its module because the new one is taken. */
  M047(Severity.NOTE),
  /** A choice for relative imports that does not exist. */
  M048(Severity.ERROR),
  /** Text that is no day. */
  M049(Severity.ERROR),
  /** A killed writing of the checkout that was undone. */
  M050(Severity.WARNING),
  /** A file that changed after a killed writing. */
  M051(Severity.WARNING),
  /** What a killed writing left cannot be mended. */
  M052(Severity.WARNING),
  /** A killed writing that had been complete. */
  M053(Severity.NOTE),
  /** A name in a document that was rewritten with medium confidence. */
  M060(Severity.NOTE),
  /** A name in a document that was left alone because of the chosen confidence. */
  M061(Severity.WARNING),
  /** A file name that the locale cannot spell. */
  M080(Severity.ERROR),
  /** A string in a source that is a path of something that moves. */
  M062(Severity.WARNING),
  /** An import that was found beside its file, and now names a module from a source root. */
  M090(Severity.WARNING),
  /** An import that may find what moves by way of the search path. */
  M091(Severity.WARNING),
  /** Edits that were withheld because the file could not be read after them. */
  M092(Severity.WARNING),
  /** A layer of an import contract that left its container. */
  M093(Severity.WARNING),
  /** A directory of sources that a module at the destination takes the name of. */
  M094(Severity.WARNING),
  /** A circle of imports that may begin elsewhere from now on. */
  M095(Severity.WARNING),
  /** A moved module that is reached through what another module or a class has imported. */
  M096(Severity.WARNING),
  /** A name in what an example prints. */
  M097(Severity.WARNING),
  /** The name of a module that is put together from literals. */
  M098(Severity.WARNING),
  /** The name of a module that is put together at run time. */
  M099(Severity.WARNING),
  /** An import that a source root gives, and that something beside the importer has too. */
  M100(Severity.WARNING),
  /** A module that nobody imports, and nobody can any more. */
  M115(Severity.WARNING),
  /** A symbolic link of which the text does not tell where it leads. */
  M116(Severity.WARNING),
  /** A name in a longer string of a source, and what it will be. */
  M120(Severity.WARNING),
  /** Arguments: what {@code __import__} is given, the package that it gives, and will give. */
  M121(Severity.WARNING),
  /** Arguments: the pattern, a path or name that it met, and what that will be. */
  M110(Severity.WARNING),
  /** A path below a directory that only its reader knows, and what it may be now. */
  M111(Severity.WARNING),
  /** An address of a file that moves. Arguments: its path, and what that will be. */
  M125(Severity.WARNING),
  /** A path in a directory that only its reader knows. Arguments: the path, what it may be. */
  M126(Severity.WARNING),
  /** A module that is run from its directory, which it leaves. Arguments: its name, its place. */
  M127(Severity.WARNING),
  /** A link that leads up from a document that moves. Arguments: the link, and what it will be. */
  M128(Severity.WARNING),
  /** A file that an image does not hold any more. Arguments: the path there, its place here. */
  M129(Severity.WARNING),
  /** Arguments: a file that cannot be loaded first any more, an importer, what it imports of. */
  M130(Severity.WARNING),
  /** The same where the import may work. */
  M131(Severity.NOTE),
  /** A path that is put together and leads to what moves. */
  M132(Severity.WARNING),
  /** A path of a moved file that leads somewhere else. */
  M133(Severity.WARNING),
  /** A path of a moved file that was rewritten. */
  M134(Severity.NOTE),
  /** Code in a document that is left alone. Arguments: what stands there, what it will be. */
  M135(Severity.WARNING),
  /** A name that a variable begins. Arguments: the name, what it will be. */
  M136(Severity.WARNING),
  /** A path with a variable in it. Arguments: as it is written, the path, what it will be. */
  M137(Severity.WARNING),
  /** A directory that becomes a source root. Arguments: its path, what keeps its name there. */
  M138(Severity.WARNING),
  /** The same as M130 where something guards the import. */
  M139(Severity.WARNING),
  /** A stub apart from its module. Arguments: its path, the module's, where it should be. */
  M140(Severity.WARNING),
  /** An import of a compiled module that moves. Arguments: the name, its new path and name. */
  M141(Severity.WARNING),

  // N: lanes, the import contracts
  /** No import contracts found. */
  N001(Severity.ERROR),
  /** A named file of contracts that is not there. */
  N002(Severity.ERROR),
  /** A file of contracts that cannot be read. */
  N003(Severity.ERROR),
  /** A named file without a section for contracts. */
  N004(Severity.ERROR),
  /** A configuration without contracts. */
  N005(Severity.ERROR),
  /** A section that looks like a contract and is not read. */
  N006(Severity.ERROR),
  /** A configuration that names no root package. */
  N007(Severity.ERROR),
  /** A root package that is not there. */
  N008(Severity.ERROR),
  /** A root package that is a module. */
  N009(Severity.ERROR),
  /** Contract types written in Python. */
  N010(Severity.ERROR),
  /** A contract type that there is not. */
  N011(Severity.ERROR),
  /** A contract without a key that it needs. */
  N012(Severity.ERROR),
  /** A value that does not fit its key. */
  N013(Severity.ERROR),
  /** A key that nobody reads. */
  N014(Severity.WARNING),
  /** A contract about a module that does not exist. */
  N015(Severity.ERROR),
  /** A contract about nothing. */
  N016(Severity.ERROR),
  /** An ignored import that is not there. */
  N017(Severity.ERROR),
  /** The same, where a warning was asked for. */
  N018(Severity.WARNING),
  /** A forbidden package of elsewhere where such ones are not looked at. */
  N019(Severity.ERROR),
  /** A part of a package of elsewhere. */
  N020(Severity.ERROR),
  /** A container or package that cannot be one. */
  N021(Severity.ERROR),
  /** Independent modules that lie in each other. */
  N022(Severity.ERROR),
  /** Modules in directories without a package file. */
  N023(Severity.NOTE),
  /** Files that do not parse. */
  N024(Severity.WARNING),
  /** Several files with contracts. */
  N025(Severity.NOTE),
  /** Two contracts with the same id. */
  N026(Severity.ERROR),
  /** Modules that strict packages leave out. */
  N027(Severity.NOTE),
  /** A configuration that differs from base's by more than names. */
  N028(Severity.WARNING),
  /** A contract about a module outside the root packages. */
  N029(Severity.ERROR),
  /** A forbidden chain of imports. */
  N030(Severity.ERROR),
  /** A forbidden import of a protected module. */
  N031(Severity.ERROR),
  /** A forbidden import of a private module. */
  N032(Severity.ERROR),
  /** A module that no layer names. */
  N033(Severity.ERROR),
  /** A circle among siblings. */
  N034(Severity.ERROR),
  /** Violations that stand at base. */
  N035(Severity.NOTE),
  /** Contracts that could not be judged. */
  N036(Severity.ERROR),

  // T: gates and tests
  /** A touched source does not parse, and did at base. */
  T001(Severity.ERROR),
  /** A touched file does not parse, as at base. */
  T002(Severity.NOTE),
  /** A gate found nothing to judge. */
  T003(Severity.ERROR),
  /** An import does not resolve, and did at base. */
  T004(Severity.ERROR),
  /** The old name can still be imported. */
  T005(Severity.ERROR),
  /** The history ends at the move. */
  T006(Severity.ERROR),
  /** A test that passed at base is left out now. */
  T007(Severity.ERROR),
  /** A test that passed at base, or is new, is red. */
  T008(Severity.ERROR),
  /** A test that passed at base did not run. */
  T009(Severity.ERROR),
  /** A file can no longer be collected. */
  T010(Severity.ERROR),
  /** A test is red, as at base, where the strict option counts that. */
  T011(Severity.ERROR),
  /** Too few tests pass. */
  T012(Severity.ERROR),
  /** A module was loaded from outside the slot. */
  T013(Severity.ERROR),
  /** No test ran. */
  T014(Severity.ERROR),
  /** The test runner ended in a way that no results explain. */
  T015(Severity.ERROR),
  /** A test is excused because it is flaky at base. */
  T016(Severity.NOTE),
  /** More findings than are listed. */
  T017(Severity.NOTE),
  /** The repository's command failed. */
  T018(Severity.ERROR),
  /** The repository's command passed, but was never seen to fail. */
  T019(Severity.WARNING),
  /** The repository's command could not start a program. */
  T020(Severity.ERROR),
  /** The repository's command fails at base too. */
  T021(Severity.WARNING),
  /** A run left no results of its own. */
  T022(Severity.ERROR),
  /** A run took too long. */
  T023(Severity.ERROR),
  /** No test reaches the moved module. */
  T024(Severity.WARNING),
  /** Tests reach the moved module, but none noticed its sabotage. */
  T025(Severity.WARNING),
  /** A command left processes running. */
  T026(Severity.NOTE),
  /** A gate of this name does not exist. */
  T027(Severity.ERROR),
  /** A gate is not built yet. */
  T028(Severity.ERROR),
  /** More tests reach the module than are run. */
  T029(Severity.NOTE),
  /** No test is written: the module cannot be imported at base. */
  T030(Severity.NOTE),
  /** No test is written: there is one. */
  T031(Severity.NOTE),
  /** No test is written: there is no environment. */
  T032(Severity.NOTE),
  /** A touched JSON, YAML or TOML file does not parse. */
  T033(Severity.ERROR),
  /** Ferry is being stopped. */
  T034(Severity.ERROR),
  /** Sources were judged without an interpreter. */
  T035(Severity.WARNING),
  /** A gate needs a setting. */
  T036(Severity.ERROR),
  /** What moved is still named where that breaks something. */
  T040(Severity.ERROR),
  /** What moved is still named where that may break something. */
  T041(Severity.WARNING),
  /** A change outside of what the move needs. */
  T042(Severity.ERROR),
  /** Too little is logged. */
  T043(Severity.ERROR),
  /** Nothing that should log. */
  T044(Severity.NOTE),
  /** A report or message says another thing than git. */
  T045(Severity.ERROR),
  /** A commit without its report. */
  T046(Severity.ERROR),
  /** No application is configured. */
  T047(Severity.NOTE),
  /** The application ended before it was ready. */
  T048(Severity.ERROR),
  /** The application never got ready. */
  T049(Severity.ERROR),
  /** No valid OpenAPI document. */
  T050(Severity.ERROR),
  /** A header of the rate limit is missing. */
  T051(Severity.ERROR),
  /** A header of the rate limit makes no sense. */
  T052(Severity.ERROR),
  /** A rate limit that never counts. */
  T053(Severity.WARNING),
  /** A route answers worse than at base. */
  T054(Severity.ERROR),
  /** A route answers badly, as at base. */
  T055(Severity.NOTE),
  /** The application offers nothing that could be asked. */
  T056(Severity.ERROR),
  /** An answer is not what the OpenAPI document says. */
  T057(Severity.ERROR),
  /** No answer to a request. */
  T058(Severity.ERROR),
  /** What moved is named in a document or comment. */
  T059(Severity.NOTE),
  /** A source cannot be read for what it logs. */
  T060(Severity.ERROR),
  /** Nothing that gates could judge by this name. */
  T061(Severity.ERROR),
  /** Nothing moved. */
  T062(Severity.ERROR),
  /** Findings that are not listed. */
  T063(Severity.NOTE),
  /** A route that the rate limit leaves out. */
  T064(Severity.NOTE),
  /** A witness is required and no gate looks for one. */
  T065(Severity.ERROR),
  /** The application ended or hung while it was asked. */
  T080(Severity.ERROR),
  /** Routes of the application that its document does not have. */
  T081(Severity.NOTE),
  /** Nothing answers as it should, at base neither. */
  T082(Severity.WARNING),
  /** The application's own table of routes is not known. */
  T083(Severity.NOTE),
  /** What is being watched, and how to end it. */
  T084(Severity.NOTE),
  /** The checkout cannot be watched. */
  T085(Severity.ERROR),
  /** A log that a commit names is gone. */
  T087(Severity.NOTE),
  /** An OpenAPI document breaks a rule that it kept at base. */
  T088(Severity.ERROR),
  /** Mistakes of an OpenAPI document that stand at base too. */
  T089(Severity.NOTE),
  /** An OpenAPI document that cannot be read. */
  T090(Severity.ERROR),
  /** An OpenAPI document of a version that is not checked. */
  T091(Severity.NOTE),
  /** A configured OpenAPI document that is not there. */
  T092(Severity.ERROR),
  /** More new mistakes of an OpenAPI document than are told one by one. */
  T093(Severity.ERROR),
  /** A demand of a schema that nobody could judge. */
  T094(Severity.NOTE),
  /** No answer of the application has a JSON body. */
  T095(Severity.NOTE),
  /** A JSON body that did not match its schema at base either. */
  T096(Severity.NOTE),
  /** How often the batches are looked at. */
  T097(Severity.NOTE),
  /** Renames that ferry would refuse as moves are judged as they stand. */
  T098(Severity.NOTE),
  /** A commit that changes nothing that could be broken to look for a witness. */
  T099(Severity.NOTE),
  /** A test failed at the candidate by chance and is excused. */
  T100(Severity.NOTE),
  /** A command failed at the candidate by chance. */
  T101(Severity.NOTE),
  /** A command is flaky at base. */
  T102(Severity.NOTE),
  /** A gate that judges moves, and nothing moved. */
  T103(Severity.NOTE),
  /** A commit that is none of ferry's has no report. */
  T104(Severity.NOTE),
  /** A commit touches nothing that the gate judges. */
  T105(Severity.NOTE),
  /** The last line of a command that failed. */
  T106(Severity.NOTE),

  // R: runs
  /** A row whose destination stands and whose source is gone: somebody moved it already. */
  R001(Severity.NOTE),
  /** No batch file was found where the configuration lists them. */
  R002(Severity.ERROR),
  /** A command needs a checkout and the repository is bare. */
  R003(Severity.ERROR),
  /** Files of the checkout changed again and again while they were to be written. */
  R004(Severity.ERROR),
  /** The repository lacks the bytes of a file that a move needs. */
  R005(Severity.ERROR),
  /** REVIEW: how large a module is. */
  R010(Severity.NOTE),
  /** CHECK_DEPS: how many imports resolve. */
  R011(Severity.NOTE),
  /** CHECK_DEPS: a unit stands on another one. */
  R012(Severity.NOTE),
  /** CREATE_TESTS: a test was written. */
  R013(Severity.NOTE),
  /** MOVE: where a file goes. */
  R014(Severity.NOTE),
  /** UPDATE_IMPORTS: how many references were rewritten. */
  R015(Severity.NOTE),
  /** INTEGRATE: a package file was made. */
  R016(Severity.NOTE),
  /** INTEGRATE: exports were rewritten. */
  R017(Severity.NOTE),
  /** INTEGRATE: nothing to do. */
  R018(Severity.NOTE),
  /** TEST: every gate let the candidate pass. */
  R019(Severity.NOTE),
  /** TEST: a gate stopped the candidate. */
  R020(Severity.ERROR),
  /** DOCUMENT: nothing mentions the module. */
  R021(Severity.NOTE),
  /** COMMIT: what was published. */
  R022(Severity.NOTE),
  /** The commit to publish has another tree than the one that the gates judged. */
  R023(Severity.ERROR),
  /** CREATE_TESTS: the gate that would run the test is not configured. */
  R024(Severity.NOTE),
  /** CREATE_TESTS: what moves is no importable module. */
  R025(Severity.NOTE),
  /** A file of ferry's own cannot be written. */
  R026(Severity.ERROR),
  /** Another ferry works on the batch. */
  R027(Severity.ERROR),
  /** An attempt ended because its process was killed. */
  R028(Severity.ERROR),
  /** A unit that this row stands on was not integrated. */
  R029(Severity.ERROR),
  /** A finished row whose source still stands at base, without a branch. */
  R030(Severity.WARNING),
  /** The batch has no row left. */
  R031(Severity.NOTE),
  /** No row of this module. */
  R032(Severity.ERROR),
  /** No attempt at this module. */
  R033(Severity.ERROR),
  /** DOCUMENT: a mention that is left as it is. */
  R034(Severity.NOTE),
  /** DOCUMENT: more mentions than are listed. */
  R035(Severity.NOTE),
  /** A module that was asked for is not integrated. */
  R036(Severity.ERROR),
  /** A run that stopped at its first failure. */
  R037(Severity.NOTE),
  /** A row that counts as done by its done file alone. */
  R038(Severity.NOTE),
  /** Programs that a killed ferry had started were ended. */
  R039(Severity.NOTE),
  /** The demo cannot write its sample. */
  R040(Severity.ERROR),
  /** The demo's folder holds something. */
  R041(Severity.ERROR),
  /** The demo's virtual environment cannot be made. */
  R042(Severity.ERROR),
  /** The demo's pytest cannot be installed. */
  R043(Severity.ERROR),
  /** A module waits until what it stands on has landed. Module; what it stands on; its branch. */
  R045(Severity.WARNING),
  /** Several workers were asked for where branches stand on each other. Their number. */
  R046(Severity.NOTE),
  /** Earlier branches are no one stack, so that a new one begins on the base. Number of tips. */
  R047(Severity.WARNING),
  /** A module was judged in a stack. Run; its place; all modules of the stack. */
  R048(Severity.NOTE),
  /** A row that somebody left out on purpose. */
  R060(Severity.NOTE),
  /** A line of a skip file that leaves no row out. */
  R061(Severity.WARNING),
  /** A row that is done cannot be skipped. */
  R062(Severity.ERROR),
  /** A row that is not skipped cannot be taken back in. */
  R063(Severity.ERROR),
  /** A module that failed too often in a row. */
  R064(Severity.WARNING),
  /** A module that was reverted and waits for somebody to ask for it. */
  R065(Severity.WARNING),
  /** A run that stopped after so many failures. */
  R066(Severity.WARNING),
  /** A run that stopped because its time was up. */
  R067(Severity.WARNING),
  /** No failed row to work anew. */
  R068(Severity.NOTE),
  /** A row that is finished cannot be worked anew. */
  R069(Severity.ERROR),
  /** What to work anew was not said, or said twice. */
  R070(Severity.ERROR),
  /** A branch that a remote has is not withdrawn. */
  R071(Severity.ERROR),
  /** A branch that others stand on is not withdrawn. */
  R072(Severity.ERROR),
  /** A branch that is not as ferry left it. */
  R073(Severity.ERROR),
  /** What a remote has cannot be found out. */
  R074(Severity.ERROR),
  /** A gate stopped a revert. */
  R075(Severity.ERROR),
  /** A module that nothing was done with cannot be reverted. */
  R076(Severity.ERROR),
  /** A finished row whose line ferry may not take out of the done file. */
  R077(Severity.WARNING),
  /** A revert without a reason. */
  R078(Severity.ERROR),
  /** A module that landed where the base does not reach yet. */
  R079(Severity.ERROR),

  // R080-R089: rows that move together
  /** A name under together: that no batch has. */
  R080(Severity.ERROR),
  /** A row in two sets. */
  R081(Severity.ERROR),
  /** A set of rows of several batches. */
  R082(Severity.ERROR),
  /** A set of a single row. */
  R083(Severity.ERROR),
  /** A row whose companion cannot be moved. */
  R084(Severity.ERROR),
  /** Rows that two modules in the way would have to make way for. */
  R085(Severity.ERROR),
  /** Rows that move in one commit. */
  R086(Severity.NOTE),
  /** A row that breaks an import contract, alone and with the rows it imports. */
  R087(Severity.WARNING),
  /** Contracts that cannot be read bind nothing. */
  R088(Severity.WARNING),
  /** REVIEW: the unit is derived again and takes the place of a commit. Base; commit. */
  R090(Severity.NOTE),
  /** Merging an open branch gives what deriving it again gives. Branch; base. */
  R091(Severity.NOTE),
  /** An open branch was derived again. Branch; base; commit before; commit now. */
  R092(Severity.NOTE),
  /** An open branch would be derived again. Branch; base. */
  R093(Severity.NOTE),
  /** An open branch holds what ferry did not make. Branch; its tip; ferry's commit. */
  R094(Severity.WARNING),
  /** A remote has commits on an open branch that ferry did not make. Branch; remote's branch. */
  R095(Severity.WARNING),
  /** An open branch is checked out. Branch; where. */
  R096(Severity.WARNING),
  /** An open branch could not be derived again. Branch; base; module. */
  R097(Severity.ERROR),
  /** An open branch's move is not possible on the base any more. Branch; base. */
  R098(Severity.ERROR),
  /** What an open branch stands on is not there or was left alone. Branch; the lower branch. */
  R099(Severity.WARNING),
  /** What the operator had changed in a branch was kept. Branch; files. */
  R100(Severity.NOTE),
  /** What the operator had changed does not apply any more. Branch; base. */
  R101(Severity.NOTE),

  // H: the hand-off of a failing gate
  /** A module is handed to the operator. */
  H001(Severity.NOTE),
  /** The operator mended it. */
  H002(Severity.NOTE),
  /** All attempts are used up. */
  H003(Severity.ERROR),
  /** The operator changed nothing. */
  H004(Severity.ERROR),
  /** A gate fails after the operator's change as well. */
  H005(Severity.ERROR),
  /** The operator's change left its scope. */
  H006(Severity.ERROR),
  /** The operator took too long. */
  H007(Severity.ERROR),
  /** The operator's command cannot be started. */
  H008(Severity.ERROR),
  /** The operator ended with another exit code than 0. */
  H009(Severity.NOTE),
  /** A changed path that is outside of what may be changed. */
  H010(Severity.ERROR),
  /** A changed path that is protected. */
  H011(Severity.ERROR),
  /** A path that became something else than a plain file. */
  H012(Severity.ERROR),
  /** Too many files. */
  H013(Severity.ERROR),
  /** Too many lines. */
  H014(Severity.ERROR),
  /** A binary file. */
  H015(Severity.ERROR),
  /** The moved file is gone. */
  H016(Severity.ERROR),
  /** The slot's HEAD was moved. */
  H017(Severity.ERROR),
  /** Something changed in the user's checkout. */
  H018(Severity.ERROR),
  /** Something changed in the user's repository. */
  H019(Severity.ERROR),
  /** Something changed in another slot. */
  H020(Severity.ERROR),
  /** Something changed in ferry's own records. */
  H021(Severity.ERROR),
  /** Something changed in the environment that tests run in. */
  H022(Severity.ERROR),
  /** Processes were left running. */
  H023(Severity.ERROR),
  /** The work tree cannot be read as a tree. */
  H024(Severity.ERROR),
  /** More violations than are listed. */
  H025(Severity.ERROR),
  /** No operator is configured. */
  H026(Severity.ERROR),
  /** The module's last attempt did not fail at a gate. */
  H027(Severity.ERROR),
  /** The module is not in any open batch, or is done. */
  H028(Severity.ERROR),

  /** No test of the smoke suite reaches what moves, and only such tests were asked for. */
  H040(Severity.NOTE),

  // D: the order of units
  /** Neither a manifest to plan nor batches to explain. */
  D001(Severity.ERROR),
  /** A manifest and --explain together. */
  D002(Severity.ERROR),

  // L: ledger
  /** A ledger that SQLite cannot read was set aside. */
  L001(Severity.WARNING),
  /** The ledger can be neither opened nor begun. */
  L002(Severity.ERROR),
  /** A read or a write of the ledger failed. */
  L003(Severity.ERROR),
  /** The former ledger has a module integrated that git does not show. */
  L031(Severity.WARNING),
  /** The former ledger names another commit than the branch has. */
  L032(Severity.WARNING),
  /** Git shows a module integrated that the former ledger did not know of. */
  L033(Severity.NOTE),
  /** Attempts that published nothing are not in git. */
  L034(Severity.NOTE),
  /** A module landed by a commit that does not name it. */
  L035(Severity.NOTE),
  /** The ledger holds a code of a later ferry. */
  L004(Severity.NOTE),

  // G050: open branches and the base that moved on
  /** The remote has another commit on a replaced branch than ferry gave it. Remote; branch. */
  G050(Severity.ERROR),
  /** The base moved while branches were derived on it. Base. */
  G051(Severity.NOTE),
  /** Another ferry derives open branches. */
  G052(Severity.ERROR),
  /** Merging a branch would conflict. Base. */
  G053(Severity.NOTE),
  /** Merging a branch gives another tree than deriving it. Base. */
  G054(Severity.NOTE),
  /** Git cannot tell what merging gives. Why. */
  G055(Severity.NOTE),
  /** An open branch's module is on the base already. Branch; base. */
  G056(Severity.NOTE),
  /** A branch that stands on this one is derived again. That branch. */
  G057(Severity.NOTE),
  /** Nothing tells whether ferry made an open branch. Branch; module. */
  G058(Severity.WARNING),

  // P: publishing
  /** There is no remote of that name. */
  P001(Severity.ERROR),
  /** The remote did not take the branch. */
  P002(Severity.ERROR),
  /** The remote does not know who pushes. */
  P003(Severity.ERROR),
  /** The remote did not answer. */
  P004(Severity.ERROR),

  // U: usage
  U001(Severity.ERROR),
  U002(Severity.ERROR),
  U003(Severity.ERROR),
  U004(Severity.ERROR),
  U005(Severity.WARNING),
  U006(Severity.ERROR),
  U007(Severity.ERROR),
  U008(Severity.ERROR),
  U009(Severity.ERROR),
  U010(Severity.ERROR),
  U011(Severity.ERROR),
  /** A configuration that is there already. */
  U020(Severity.ERROR),
  /** A Makefile whose targets have lost their end. */
  U021(Severity.ERROR),
  /** A command that needs a checkout. */
  U022(Severity.ERROR),
  /** A target that a Makefile defines twice. */
  U023(Severity.WARNING),
  /** A command that was interrupted. */
  U024(Severity.ERROR),
  /** Modules named together with all of them. */
  U025(Severity.ERROR),
  /** A directory that is not there. */
  U026(Severity.ERROR),
  /** A file could not be read or written. */
  U040(Severity.ERROR),

  /** Fewer than one module at a time, or more than there may be. Number; most. */
  U041(Severity.ERROR),

// P: publishing

;

  private final Severity severity;

  Code(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** As users see it and type it, for example {@code FRY-B004}. */
  public String id() {
    return "FRY-" + name();
  }
}

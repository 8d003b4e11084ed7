package dev.ferry.run.gating;

import dev.ferry.probe.EnvironmentSearch;
import dev.ferry.probe.Workplace;
import java.nio.file.Path;

/**
 * One candidate and where to judge it.
 *
 * @param workplace the slot; used by this request alone while it runs
 * @param environment as found for the checkout
 * @param checkout the user's, as a real path
 * @param logs directory for this candidate's logs
 * @param baseResults directory of results at base, shared by all candidates
 */
public record GateRequest(
    GateSettings settings,
    Candidate candidate,
    Workplace workplace,
    EnvironmentSearch.Result environment,
    Path checkout,
    Path logs,
    Path baseResults,
    GateProgress progress) {}

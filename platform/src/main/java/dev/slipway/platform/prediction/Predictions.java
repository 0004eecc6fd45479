package dev.slipway.platform.prediction;

import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.doctor.Verdict;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All rules; a problem keeps an apply from its end, a warning does not. */
public final class Predictions {
    static final String PERMISSIONS = "permissions";

    private Predictions() {}

    /** What is foreseen, what stops most first; empty when nothing is in the way. */
    public static List<Finding> of(Facts facts) {
        return Stream.of(
                        rights(facts),
                        kinds(facts),
                        ClassRules.of(facts),
                        SecretRule.of(facts),
                        CertificateRule.of(facts),
                        QuotaRule.of(facts),
                        ImageRule.of(facts),
                        unsafe(facts))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> rights(Facts facts) {
        return facts.missingRights().stream()
                .map(right -> Finding.problem(PERMISSIONS, "not permitted: " + right, "ask for this right"));
    }

    private static Stream<Finding> kinds(Facts facts) {
        return facts.unknownKinds().stream()
                .map(kind -> Finding.problem(
                        "kinds", "the cluster does not know " + kind, "install what defines it, or leave it out"));
    }

    private static Stream<Finding> unsafe(Facts facts) {
        return facts.unsafe().entrySet().stream()
                .map(entry -> Finding.problem(
                        "pod security",
                        entry.getKey() + ": " + entry.getValue(),
                        facts.keys().at("patches") + " for what is named, or "
                                + facts.keys().at("namespace.podSecurity")));
    }

    /** @throws UserError with all problems, when there are any */
    public static void orThrow(List<Finding> findings) {
        List<Finding> problems = findings.stream()
                .filter(finding -> finding.verdict() == Verdict.PROBLEM)
                .toList();
        if (problems.isEmpty()) {
            return;
        }
        boolean refused = problems.stream().anyMatch(problem -> problem.check().equals(PERMISSIONS));
        throw new UserError(
                "this would fail, so nothing is written:\n  "
                        + problems.stream().map(Finding::found).collect(Collectors.joining("\n  ")),
                problems.stream().map(Finding::fix).distinct().collect(Collectors.joining("\n       ")),
                refused ? ExitCode.REFUSED : ExitCode.FAILED);
    }
}

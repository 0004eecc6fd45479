package dev.slipway.platform.lint;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.ObjectNames;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.Waiver;
import dev.slipway.platform.yaml.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Holds rendered objects against all rules. */
public final class Lint {
    static final List<Rule> RULES = Stream.of(
                    ContainerRules.all(),
                    SecurityRules.all(),
                    RestrictedRules.all(),
                    SecretValueRules.all(),
                    ReferenceRules.all(),
                    WorkloadRules.all(),
                    NetworkRules.all(),
                    AvailabilityRules.all(),
                    ConnectionRules.all())
            .flatMap(List::stream)
            .toList();

    private Lint() {}

    /**
     * What was found.
     *
     * @param findings that nobody has waived
     * @param waived findings that the description, or the object itself, gives a reason for
     * @param problems of the waivers themselves: one that waives nothing, or names no rule
     */
    public record Result(List<Finding> findings, List<Finding> waived, List<Problem> problems) {
        public Result {
            findings = List.copyOf(findings);
            waived = List.copyOf(waived);
            problems = List.copyOf(problems);
        }

        public boolean clean() {
            return findings.isEmpty() && problems.isEmpty();
        }
    }

    /** The names of all rules and what they ask for. */
    public static List<String> rules() {
        return RULES.stream()
                .map(rule -> rule.name() + ": " + rule.description())
                .toList();
    }

    public static Result check(Environment environment, Manifests manifests) {
        var surroundings = new Surroundings(environment, manifests);
        var open = new ArrayList<Finding>();
        var waived = new ArrayList<Finding>();
        var names = names(environment, manifests);
        Set<Waiver> unused = new LinkedHashSet<>(environment.waivers());
        for (Manifest manifest : manifests.manifests()) {
            var subject = new Subject(manifest.object());
            RULES.stream().flatMap(rule -> rule.findings(subject, surroundings)).forEach(finding -> {
                List<Waiver> fitting = environment.waivers().stream()
                        .filter(waiver ->
                                waiver.rule().equals(finding.rule()) && names.means(waiver.object(), manifest.object()))
                        .toList();
                fitting.forEach(unused::remove);
                boolean excepted = subject.exceptions().contains(finding.rule());
                (fitting.isEmpty() && !excepted ? open : waived).add(finding);
            });
        }
        Stream<Problem> ambiguous = environment.waivers().stream()
                .filter(waiver -> names.called(waiver.object()).size() > 1)
                .map(waiver ->
                        waiver.place().problem(ObjectNames.ambiguous(waiver.object(), names.called(waiver.object()))));
        return new Result(
                open,
                waived,
                Stream.concat(unused.stream().map(Lint::problem), ambiguous).toList());
    }

    private static ObjectNames names(Environment environment, Manifests manifests) {
        var space = environment.namespace();
        return new ObjectNames(
                manifests.objects(), manifests.namespace(), space == null ? manifests.namespace() : space.name());
    }

    private static Problem problem(Waiver waiver) {
        boolean known = RULES.stream().anyMatch(rule -> rule.name().equals(waiver.rule()));
        return waiver.place()
                .problem(
                        known
                                ? "the waiver is not used: " + waiver.object() + " keeps the rule '" + waiver.rule()
                                        + "'"
                                : "no rule is called '" + waiver.rule() + "', allowed: "
                                        + String.join(
                                                ", ",
                                                RULES.stream().map(Rule::name).toList()));
    }
}

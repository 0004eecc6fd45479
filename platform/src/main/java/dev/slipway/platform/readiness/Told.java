package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a controller of the Gateway API says of an object:
 * https://gateway-api.sigs.k8s.io/guides/implementers/#standard-status-fields-and-conditions.
 *
 * @param about the part of the object, e.g. {@code listener web: }; empty for the whole
 */
record Told(String about, Condition condition) {
    /** What is missing may only be on its way, as a controller learns of each kind by itself; listeners say it themselves. */
    private static final Set<String> PASSING = Set.of(
            "Pending",
            "BackendNotFound",
            "InvalidCertificateRef",
            "ListenersNotValid",
            "NoMatchingListenerHostname",
            "NoMatchingParent");

    /** Nothing when neither yes nor no was said. */
    static Optional<Readiness> verdict(List<Told> all, String note) {
        Optional<Told> last =
                all.stream().filter(told -> told.refuses() && !told.passes()).findFirst();
        if (last.isPresent()) {
            return last.map(told -> Readiness.failed(told.text()));
        }
        Optional<Told> passing = all.stream().filter(Told::refuses).findFirst();
        if (passing.isPresent()) {
            return passing.map(told -> Readiness.progressing(told.text()));
        }
        return all.stream().filter(Told::accepts).findFirst().map(told -> new Readiness.Ready(note));
    }

    boolean accepts() {
        return is("Accepted", "True");
    }

    /** That it is not programmed is no refusal of its own: it lacks an address, or others of these say why. */
    private boolean refuses() {
        return is("Accepted", "False") || is("ResolvedRefs", "False");
    }

    private boolean is(String type, String status) {
        return condition.getType().equals(type) && condition.getStatus().equals(status);
    }

    private boolean passes() {
        return PASSING.contains(condition.getReason());
    }

    private String text() {
        return about + "its controller says " + condition.getReason() + ": " + condition.getMessage();
    }
}

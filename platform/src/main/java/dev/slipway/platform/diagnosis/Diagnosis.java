package dev.slipway.platform.diagnosis;

import java.util.List;

/**
 * Why something does not work.
 *
 * @param object what is looked at, e.g. {@code Deployment his-dev/service-order}
 * @param what the cause in one line, without the value of any secret
 * @param evidence what shows it, the most telling first
 * @param change what to change, by file and key where there is one
 */
public record Diagnosis(String object, Cause cause, String what, List<String> evidence, String change) {
    public Diagnosis {
        evidence = List.copyOf(evidence);
    }
}

package dev.slipway.platform.prediction;

import io.fabric8.kubernetes.api.model.apps.StatefulSet;

/** Claims that a StatefulSet makes: template, set and number. */
final class Claims {
    private Claims() {}

    static boolean isOf(StatefulSet set, String claim) {
        return set.getSpec().getVolumeClaimTemplates().stream()
                .map(template -> template.getMetadata().getName() + "-"
                        + set.getMetadata().getName() + "-")
                .anyMatch(prefix -> claim.startsWith(prefix)
                        && claim.substring(prefix.length()).matches("\\d+"));
    }
}

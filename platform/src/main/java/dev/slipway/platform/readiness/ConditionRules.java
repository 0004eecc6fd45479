package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.APIServiceCondition;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionCondition;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.Optional;
import java.util.stream.Stream;

/** Kinds whose status says in one condition or phase how they are. */
final class ConditionRules {
    private ConditionRules() {}

    static Readiness job(Job job) {
        Optional<JobCondition> failed = of(job, "Failed");
        if (failed.isPresent()) {
            return Readiness.failed(
                    failed.get().getReason() + ": " + failed.get().getMessage());
        }
        return of(job, "Complete").isPresent() ? Readiness.ready() : Readiness.progressing("runs");
    }

    private static Optional<JobCondition> of(Job job, String type) {
        return job.getStatus() == null
                ? Optional.empty()
                : job.getStatus().getConditions().stream()
                        .filter(condition -> condition.getType().equals(type)
                                && condition.getStatus().equals("True"))
                        .findFirst();
    }

    static Readiness definition(CustomResourceDefinition definition) {
        Optional<CustomResourceDefinitionCondition> refused = conditions(definition)
                .filter(condition -> condition.getType().equals("NamesAccepted")
                        && condition.getStatus().equals("False"))
                .findFirst();
        if (refused.isPresent()) {
            return Readiness.failed(
                    "its names are not accepted: " + refused.get().getMessage());
        }
        long met = conditions(definition)
                .filter(condition -> condition.getType().equals("NamesAccepted")
                        || condition.getType().equals("Established"))
                .filter(condition -> condition.getStatus().equals("True"))
                .count();
        return met == 2 ? Readiness.ready() : Readiness.progressing("not established yet");
    }

    private static Stream<CustomResourceDefinitionCondition> conditions(CustomResourceDefinition definition) {
        return definition.getStatus() == null ? Stream.empty() : definition.getStatus().getConditions().stream();
    }

    static Readiness apiService(APIService service) {
        Optional<APIServiceCondition> available = service.getStatus() == null
                ? Optional.empty()
                : service.getStatus().getConditions().stream()
                        .filter(condition -> condition.getType().equals("Available"))
                        .findFirst();
        if (available.filter(condition -> condition.getStatus().equals("True")).isPresent()) {
            return Readiness.ready();
        }
        return Readiness.progressing(available
                .map(condition -> "not available: " + condition.getMessage())
                .orElse("not available yet"));
    }

    static Readiness namespace(Namespace namespace) {
        String phase =
                namespace.getStatus() == null ? null : namespace.getStatus().getPhase();
        if (namespace.getMetadata().getDeletionTimestamp() != null || "Terminating".equals(phase)) {
            return Readiness.failed("is being deleted");
        }
        return "Active".equals(phase) ? Readiness.ready() : Readiness.progressing("not active yet");
    }
}

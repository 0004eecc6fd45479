package dev.slipway.platform.prediction;

import dev.slipway.platform.diagnosis.object.QuotaKeys;
import dev.slipway.platform.doctor.Finding;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the rendering asks for, and what others in the namespace have already, against each quota. */
final class QuotaRule {
    private QuotaRule() {}

    static Stream<Finding> of(Facts facts) {
        Predicate<HasMetadata> near = object -> isNear(facts, object);
        Demand wanted = Demand.of(facts.manifests(), near);
        Demand oneMore = Demand.oneMore(facts.manifests(), near);
        Demand most = Demand.atMost(facts.manifests(), near);
        Demand others = others(facts);
        return quotas(facts).flatMap(quota -> quota.getSpec().getHard().entrySet().stream()
                .filter(entry -> wanted.of(entry.getKey()).signum() > 0)
                .flatMap(entry -> new Bound(facts, quota, entry.getKey(), entry.getValue(), others)
                        .findings(wanted, oneMore, most)));
    }

    /** One resource of a quota. */
    private record Bound(Facts facts, ResourceQuota quota, String resource, Quantity hard, Demand others) {
        Stream<Finding> findings(Demand wanted, Demand oneMore, Demand most) {
            BigDecimal stays = wanted.of(resource);
            BigDecimal one = oneMore.of(resource);
            if (exceededBy(stays)) {
                return Stream.of(Finding.problem("quota", said(stays, "requested"), fix()));
            }
            if (exceededBy(stays.add(one))) {
                return Stream.of(Finding.problem(
                        "quota",
                        said(
                                stays,
                                "requested + " + Amounts.text(resource, one)
                                        + " for one more pod, which a rollout or a Job needs,"),
                        fix()));
            }
            return exceededBy(most.of(resource))
                    ? Stream.of(Finding.warning(
                            "quota",
                            said(most.of(resource), "when all is replaced at once, and scaled to its most,"),
                            fix()))
                    : Stream.empty();
        }

        private boolean exceededBy(BigDecimal asked) {
            return asked.add(others.of(resource)).compareTo(Quantity.getAmountInBytes(hard)) > 0;
        }

        private String said(BigDecimal asked, String when) {
            return "quota " + quota.getMetadata().getName() + ", " + resource + ": "
                    + Amounts.text(resource, others.of(resource)) + " used by others + "
                    + Amounts.text(resource, asked) + " " + when + " > "
                    + Amounts.text(resource, Quantity.getAmountInBytes(hard)) + " hard";
        }

        private String fix() {
            return facts.keys().at(QuotaKeys.of(resource)) + ", or fewer or smaller pods";
        }
    }

    /** A quota that is rendered counts as it will be. One that is for some pods only is not added up. */
    private static Stream<ResourceQuota> quotas(Facts facts) {
        var byName = new LinkedHashMap<String, ResourceQuota>();
        facts.quotas().forEach(quota -> byName.put(quota.getMetadata().getName(), quota));
        objects(facts).forEach(object -> {
            if (object instanceof ResourceQuota quota && isNear(facts, quota)) {
                byName.put(quota.getMetadata().getName(), quota);
            }
        });
        return byName.values().stream()
                .filter(quota -> quota.getSpec().getHard() != null
                        && quota.getSpec().getScopes().isEmpty()
                        && quota.getSpec().getScopeSelector() == null);
    }

    /** A quota counts for its namespace; add-ons have others. */
    private static boolean isNear(Facts facts, HasMetadata object) {
        return facts.manifests().namespace().equals(object.getMetadata().getNamespace());
    }

    private static Stream<HasMetadata> objects(Facts facts) {
        return facts.manifests().objects().stream();
    }

    private static Demand others(Facts facts) {
        var others = new Demand();
        OwnPods.of(facts.manifests()).others(facts.pods()).forEach(pod -> others.add(pod.getSpec(), 1));
        facts.claims().stream()
                .filter(claim -> !isOurs(facts, claim.getMetadata().getName()))
                .forEach(claim -> others.add(claim, 1));
        return others;
    }

    private static boolean isOurs(Facts facts, String claim) {
        return objects(facts)
                .anyMatch(object -> object instanceof StatefulSet set
                        ? Claims.isOf(set, claim)
                        : object.getKind().equals("PersistentVolumeClaim")
                                && object.getMetadata().getName().equals(claim));
    }
}

package dev.slipway.platform.prediction;

import dev.slipway.platform.diagnosis.object.QuotaKeys;
import dev.slipway.platform.doctor.Finding;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the rendering asks for, and what others in the namespace have already, against each quota. */
final class QuotaRule {
    private QuotaRule() {}

    static Stream<Finding> of(Facts facts) {
        Demand wanted = Demand.of(facts.manifests(), object -> isNear(facts, object));
        Demand others = others(facts);
        return quotas(facts).flatMap(quota -> quota.getSpec().getHard().entrySet().stream()
                .filter(entry -> exceeded(entry, wanted, others))
                .map(entry -> finding(facts, quota, entry.getKey(), entry.getValue(), wanted, others)));
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

    private static boolean exceeded(Map.Entry<String, Quantity> hard, Demand wanted, Demand others) {
        BigDecimal asked = wanted.of(hard.getKey());
        return asked.signum() > 0
                && asked.add(others.of(hard.getKey())).compareTo(Quantity.getAmountInBytes(hard.getValue())) > 0;
    }

    private static Finding finding(
            Facts facts, ResourceQuota quota, String resource, Quantity hard, Demand wanted, Demand others) {
        return Finding.problem(
                "quota",
                "quota " + quota.getMetadata().getName() + ", " + resource + ": "
                        + Amounts.text(resource, others.of(resource)) + " used by others + "
                        + Amounts.text(resource, wanted.of(resource)) + " requested > "
                        + Amounts.text(resource, Quantity.getAmountInBytes(hard)) + " hard",
                facts.keys().at(QuotaKeys.of(resource)) + ", or fewer or smaller pods");
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

package dev.slipway.platform.prediction;

import dev.slipway.platform.diagnosis.object.Keys;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be applied, and what the cluster has of it; a list that may not be read is empty in the sense of absent.
 *
 * @param namespaceThere whether there is the namespace of the environment
 * @param quotas of that namespace, as are pods and claims
 * @param ingressClasses their names, as are gateway classes
 * @param secretKeys of the Secrets that were asked for and are there: name → keys, never a value
 * @param certificates in those of them that are for TLS, by the name of the Secret
 * @param now what ends before it has ended
 * @param unknownKinds that the cluster does not know, e.g. {@code HTTPRoute of gateway.networking.k8s.io/v1}
 * @param missingRights as people read them, e.g. {@code create Deployment in his-dev}
 * @param unsafe objects whose pods break the level of Pod Security: name → what the server warns of
 */
public record Facts(
        Manifests manifests,
        Keys keys,
        boolean namespaceThere,
        List<ResourceQuota> quotas,
        List<Pod> pods,
        List<PersistentVolumeClaim> claims,
        Optional<List<StorageClass>> storageClasses,
        Optional<Set<String>> ingressClasses,
        Optional<Set<String>> gatewayClasses,
        Map<String, Set<String>> secretKeys,
        Map<String, FoundCertificate> certificates,
        Instant now,
        List<String> unknownKinds,
        List<String> missingRights,
        Map<String, String> unsafe) {}

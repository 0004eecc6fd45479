package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether names inside the cluster lead anywhere.
 *
 * @param services of the namespace of the cluster's own parts, as are the slices
 */
public record DnsCheck(List<Service> services, List<EndpointSlice> slices) implements Check {
    /** Whatever answers, the Service is known by this name, or by this label. */
    private static final String DNS = "kube-dns";

    @Override
    public List<Finding> look() {
        return List.of(services.stream()
                .filter(DnsCheck::isDns)
                .findFirst()
                .map(this::answers)
                .orElseGet(() -> Finding.problem(
                        "dns",
                        "there is no Service " + DNS + " in kube-system: no service finds another",
                        "install CoreDNS")));
    }

    private static boolean isDns(Service service) {
        var labels = Objects.requireNonNullElse(service.getMetadata().getLabels(), Map.<String, String>of());
        return service.getMetadata().getName().equals(DNS) || DNS.equals(labels.get("k8s-app"));
    }

    private Finding answers(Service service) {
        String name = service.getMetadata().getName();
        long ready = slices.stream()
                .filter(slice -> slice.getMetadata().getLabels() != null
                        && name.equals(slice.getMetadata().getLabels().get("kubernetes.io/service-name")))
                .flatMap(slice -> slice.getEndpoints().stream())
                .filter(endpoint -> endpoint.getConditions() == null
                        || !Boolean.FALSE.equals(endpoint.getConditions().getReady()))
                .count();
        String found = "Service " + name + " with " + ready + " ready pods behind it";
        return ready > 0
                ? Finding.ok("dns", found)
                : Finding.problem("dns", found, "see why its pods do not run: kubectl get pods -n kube-system");
    }
}

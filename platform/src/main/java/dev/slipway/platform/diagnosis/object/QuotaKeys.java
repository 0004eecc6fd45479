package dev.slipway.platform.diagnosis.object;

/** Which key of a description sets the bound of a resource. */
public final class QuotaKeys {
    private QuotaKeys() {}

    /** @param resource as a quota names it, e.g. {@code requests.memory} */
    public static String of(String resource) {
        return switch (resource) {
            case "requests.cpu", "cpu" -> "namespace.quota.cpu";
            case "requests.memory", "limits.memory", "memory" -> "namespace.quota.memory";
            case "requests.storage" -> "namespace.quota.storage";
            case "pods", "count/pods" -> "namespace.quota.pods";
            default -> "namespace.quota";
        };
    }
}

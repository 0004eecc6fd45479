package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.spec.AddonKind;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.MiddlewareKind;
import java.util.stream.Stream;

/** Where something stands in the description of an environment. */
public record Keys(Environment environment) {
    /** A key by its path, e.g. {@code namespace.quota.memory}. */
    public String at(String path) {
        return file() + ": " + path;
    }

    /** A key of a component; what belongs to none can be patched alone. */
    public String of(String component, String field) {
        String section = section(component);
        return section.isEmpty() ? at("patches") : at(section + "." + component + "." + field);
    }

    /** What runs a component, e.g. {@code slipway diagnose -e dev-ol nacos}. */
    String diagnose(String component) {
        return "slipway diagnose -e " + environment.name() + " " + component;
    }

    /** What brings the description onto the cluster. */
    public String apply() {
        return "slipway apply -e " + environment.name();
    }

    /** The directory of the sources of a service, or that of all services. */
    String module(String component) {
        var service = environment.services().get(component);
        return service == null ? "services" : service.moduleOf(component);
    }

    private String file() {
        return "deploy/" + environment.name() + "/platform.yaml";
    }

    private String section(String component) {
        if (environment.services().containsKey(component)) {
            return "services";
        }
        if (MiddlewareKind.named(component).isPresent()) {
            return "middleware";
        }
        boolean addon =
                Stream.of(AddonKind.values()).anyMatch(kind -> kind.toString().equals(component));
        return addon ? "addons" : "";
    }
}

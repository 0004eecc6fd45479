package dev.slipway.platform.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Set;

/**
 * One object of an environment.
 *
 * @param object with its namespace when its kind has one; holds no secret value
 * @param component name of the middleware, service or add-on that it belongs to, or {@link #FOUNDATION}
 * @param needs components that must be ready before this object is written; beside them the order of kinds holds
 */
public record Manifest(HasMetadata object, String component, Set<String> needs) {
    /** The component of what belongs to the environment as a whole: namespaces, quota, classes. */
    public static final String FOUNDATION = "foundation";

    /**
     * Begins the annotation of an object that need not keep a rule, whose name follows; the value is the reason. For what
     * lies in the nature of a component; what one environment chooses stands below {@code waivers} of its description.
     */
    public static final String EXCEPTION = "lint.slipway.dev/";

    public Manifest {
        needs = Set.copyOf(needs);
    }
}

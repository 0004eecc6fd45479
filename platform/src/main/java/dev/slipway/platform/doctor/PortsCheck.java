package dev.slipway.platform.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * The ports that the stack will listen on.
 *
 * @param ports component → port, as described
 * @param supervised whether the stack itself runs, and has them
 * @param left whether what is left of the stack has a port, which the next start frees
 * @param free whether a port can be listened on
 * @param owner who listens there, if that can be found out
 */
public record PortsCheck(
        Map<String, Integer> ports,
        boolean supervised,
        IntPredicate left,
        IntPredicate free,
        Function<Integer, Optional<String>> owner)
        implements Check {
    @Override
    public List<Finding> look() {
        if (supervised) {
            return List.of(Finding.ok("ports", "in use by this stack, which runs"));
        }
        var taken = new ArrayList<Finding>();
        ports.forEach((component, port) -> {
            if (!free.test(port) && !left.test(port)) {
                taken.add(taken(component, port));
            }
        });
        boolean someLeft = ports.values().stream().anyMatch(left::test);
        String found =
                "all " + ports.size() + " are free" + (someLeft ? " once what was left of this stack stops" : "");
        return taken.isEmpty() ? List.of(Finding.ok("ports", found)) : taken;
    }

    private Finding taken(String component, int port) {
        String by = owner.apply(port).orElse("a process of another user");
        return Finding.problem(
                "port " + port,
                "wanted by " + component + ", taken by " + by,
                "end that process, or use other ports: slipway up --port N --data DIR");
    }
}

package dev.slipway.platform.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Ports of the running stack that other machines can reach.
 *
 * @param processes component → process numbers
 * @param exposed ports that a process has open beyond loopback
 */
public record ExposureCheck(Map<String, List<Long>> processes, Function<Long, List<Integer>> exposed) implements Check {
    @Override
    public List<Finding> look() {
        if (processes.isEmpty()) {
            return List.of(Finding.ok("exposure", "nothing of this stack runs; all of it listens on 127.0.0.1 alone"));
        }
        var open = new ArrayList<Finding>();
        processes.forEach((component, pids) -> pids.stream()
                .flatMap(pid -> exposed.apply(pid).stream())
                .forEach(port -> open.add(Finding.warning(
                        "exposure",
                        "port " + port + " of " + component + " is open to other machines",
                        "close it in the firewall of this machine"))));
        return open.isEmpty() ? List.of(Finding.ok("exposure", "nothing listens beyond this machine")) : open;
    }
}

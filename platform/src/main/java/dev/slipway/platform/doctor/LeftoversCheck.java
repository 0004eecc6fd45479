package dev.slipway.platform.doctor;

import java.util.List;
import java.util.Map;

/**
 * Processes of a stack whose launcher died.
 *
 * @param supervised whether the launcher lives: then there are no leftovers
 * @param living component → process numbers
 */
public record LeftoversCheck(boolean supervised, Map<String, List<Long>> living) implements Check {
    @Override
    public List<Finding> look() {
        if (supervised || living.isEmpty()) {
            return List.of(Finding.ok("leftovers", "none"));
        }
        return living.entrySet().stream()
                .map(left -> Finding.warning(
                        "leftovers",
                        left.getKey() + " still runs without its launcher, as process "
                                + String.join(
                                        ", ",
                                        left.getValue().stream()
                                                .map(String::valueOf)
                                                .toList()),
                        "slipway down; the next 'slipway up' stops it too"))
                .toList();
    }
}

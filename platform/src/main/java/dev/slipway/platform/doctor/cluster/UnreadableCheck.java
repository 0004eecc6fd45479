package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import java.util.List;

/**
 * What could not be looked at: nothing is known about it, good or bad.
 *
 * @param name of the check that would have looked
 * @param kinds that this user may not list
 */
public record UnreadableCheck(String name, String kinds) implements Check {
    @Override
    public List<Finding> look() {
        return List.of(Finding.warning(
                name,
                "not looked at: this user may not list " + kinds,
                "ask for that right, or have somebody who has it run this"));
    }
}

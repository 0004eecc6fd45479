package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API server's version against that of the description.
 *
 * @param wanted as described, e.g. {@code 1.28+}; without the plus exactly this one
 * @param found as the server says it, e.g. {@code v1.36.3}
 */
public record VersionCheck(String wanted, String found) implements Check {
    private static final String NAME = "kubernetes";
    private static final Pattern FORM = Pattern.compile("v?(\\d+)\\.(\\d+).*");
    private static final int MAJOR = 1000;

    @Override
    public List<Finding> look() {
        int there = number(found);
        int least = number(wanted);
        String both = found + ", described is " + wanted;
        if (there < least) {
            return List.of(Finding.problem(NAME, both, "a newer cluster, or cluster.kubernetes in platform.yaml"));
        }
        return there > least && !wanted.endsWith("+")
                ? List.of(Finding.warning(NAME, both, "cluster.kubernetes in platform.yaml"))
                : List.of(Finding.ok(NAME, both));
    }

    private static int number(String version) {
        Matcher matcher = FORM.matcher(version);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) * MAJOR + Integer.parseInt(matcher.group(2)) : 0;
    }
}

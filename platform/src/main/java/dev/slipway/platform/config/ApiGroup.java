package dev.slipway.platform.config;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.InvalidField;
import dev.slipway.platform.yaml.Matches;
import java.util.List;

/** A name for paths that share a flow rule at the gateway. */
record ApiGroup(
        @Matches(value = "[a-z][a-z0-9-]*", allowed = "lower-case letters, digits and dashes")
        String apiName,

        List<Item> predicateItems) {
    ApiGroup {
        if (predicateItems.isEmpty()) {
            throw new InvalidField("predicateItems", "must name at least one path");
        }
    }

    /**
     * A path or a set of them.
     *
     * @param matchStrategy 0 exact, 1 prefix ({@code /api/**}), 2 regular expression
     */
    record Item(
            @Matches(value = "/.*", allowed = "a path that begins with /")
            String pattern,

            @Default("0") @Between(min = 0, max = 2) int matchStrategy) {}
}

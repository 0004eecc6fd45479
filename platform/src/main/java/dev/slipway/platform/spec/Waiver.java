package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Matches;
import dev.slipway.platform.yaml.Place;

/**
 * A rule that one object need not keep.
 *
 * @param place where it is written
 * @param rule its name, as {@code slipway lint} says it
 * @param object kind and name, e.g. {@code DaemonSet/log-collector}; where objects of several namespaces have that name, with
 *     the namespace between, e.g. {@code NetworkPolicy/headlamp/default-deny}
 * @param reason for whoever asks
 */
public record Waiver(
        Place place,

        @Matches(value = "[a-z][a-z0-9-]*", allowed = "the name of a rule")
        String rule,

        @Matches(value = Patch.OBJECT, allowed = "a kind and a name, e.g. DaemonSet/log-collector")
        String object,

        @Matches(value = "(?s).{15,}", allowed = "a sentence")
        String reason) {}

package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import org.jspecify.annotations.Nullable;

/**
 * The namespace of an environment.
 *
 * @param name where {@code apply} puts the environment; the rendered file has {@code ${NAMESPACE}} in its place
 * @param quota what all pods together may ask for; none when left out
 * @param defaults what a container gets that asks for nothing, such as one that somebody starts by hand
 * @param podSecurity the level that the API server enforces
 */
public record Namespace(
        @Matches(value = Names.NAMESPACE, allowed = Names.NAMESPACE_ALLOWED)
        String name,

        @Nullable Quota quota,
        @Default("{}") Resources defaults,
        @Default("restricted") PodSecurity podSecurity) {}

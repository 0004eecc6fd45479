package dev.slipway.platform.cluster;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.internal.KubeConfigUtils;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What kubeconfigs say, each with its file. Where something that is named is not there, the library goes on without it: as
 * nobody, or to another server.
 */
record Kubeconfigs(List<Part> parts) {
    /** One file and what is in it. */
    record Part(Path file, Config said) {}

    /** @throws IllegalArgumentException when a file is something else */
    static Kubeconfigs read(List<Path> files) {
        var parts = new ArrayList<Part>();
        for (Path file : files) {
            if (file.toFile().length() == 0) {
                continue; // it says nothing, as to kubectl; the library would look into that
            }
            try {
                parts.add(new Part(file, KubeConfigUtils.parseConfig(file.toFile())));
            } catch (RuntimeException e) { // of the library, or of one of its two parsers
                throw new IllegalArgumentException(file + " is no kubeconfig", e);
            }
        }
        return new Kubeconfigs(List.copyOf(parts));
    }

    Config[] all() {
        return parts.stream().map(Part::said).toArray(Config[]::new);
    }

    String contexts() {
        String names = said(Config::getContexts).map(NamedContext::getName).collect(Collectors.joining(", "));
        return names.isEmpty() ? "there is none" : "there are: " + names;
    }

    /** @throws IllegalArgumentException when a context names something that is nowhere */
    void requireNamed(NamedContext named) {
        Context context = named.getContext();
        boolean there = said(Config::getClusters).map(NamedCluster::getName).anyMatch(context.getCluster()::equals);
        if (!there) {
            throw missing(named, "cluster " + context.getCluster());
        }
        String user = Objects.requireNonNullElse(context.getUser(), "");
        if (!user.isEmpty() && user(user).isEmpty()) {
            throw missing(named, "user " + user);
        }
    }

    private static IllegalArgumentException missing(NamedContext context, String what) {
        return new IllegalArgumentException(
                "its context " + context.getName() + " names the " + what + ", which is not in it");
    }

    /** Who a user is, as the first says that knows him. */
    Optional<AuthInfo> user(@Nullable String name) {
        return said(Config::getUsers)
                .filter(user -> user.getName().equals(name) && user.getUser() != null)
                .map(NamedAuthInfo::getUser)
                .findFirst();
    }

    /** Where a file is that the user's part names. */
    Path resolve(String user, String file) {
        return parts.stream()
                .filter(part -> part.said().getUsers().stream()
                        .anyMatch(found -> found.getName().equals(user)))
                .map(part -> part.file().resolveSibling(file))
                .findFirst()
                .orElseGet(() -> Path.of(file));
    }

    private <T> Stream<T> said(Function<Config, List<T>> what) {
        return parts.stream().flatMap(part -> what.apply(part.said()).stream());
    }
}

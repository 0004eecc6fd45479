package dev.slipway.platform.render;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.addon.AddonComposers;
import dev.slipway.platform.render.middleware.MiddlewareComposers;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Environment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Renders a description. */
public final class Rendering {
    private static final Comparator<Manifest> ORDER = Comparator.comparing(
                    (Manifest manifest) -> manifest.object().getKind())
            .thenComparing(
                    manifest -> String.valueOf(manifest.object().getMetadata().getNamespace()))
            .thenComparing(manifest -> manifest.object().getMetadata().getName());

    private Rendering() {}

    /**
     * All objects of an environment of a cluster.
     *
     * @throws dev.slipway.platform.report.UserError when a patch names no object or does not fit it
     */
    public static Manifests of(Environment environment, Variables variables, Contents contents) {
        var context = new Context(environment, variables, contents);
        List<Composer> composers = composers(context);
        List<Manifest> manifests =
                composers.stream().flatMap(Composer::manifests).sorted(ORDER).toList();
        List<GeneratedSecret> secrets = composers.stream()
                .flatMap(Composer::secrets)
                .sorted(Comparator.comparing(GeneratedSecret::namespace).thenComparing(GeneratedSecret::name))
                .toList();
        return new Manifests(environment.name(), variables.namespace(), manifests, secrets);
    }

    private static List<Composer> composers(Context context) {
        var composers = new ArrayList<Composer>();
        context.environment().addons().forEach((kind, addon) -> AddonComposers.of(kind, addon, context)
                .ifPresent(composers::add));
        context.environment().middleware().forEach((kind, server) -> MiddlewareComposers.of(kind, server, context)
                .ifPresent(composers::add));
        return composers;
    }
}

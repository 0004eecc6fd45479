package dev.slipway.platform.render;

import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.ObjectNames;
import dev.slipway.platform.render.addon.AddonComposers;
import dev.slipway.platform.render.middleware.MiddlewareComposers;
import dev.slipway.platform.render.middleware.OutsideServer;
import dev.slipway.platform.render.middleware.RotationComposer;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.render.service.ConfigurationComposer;
import dev.slipway.platform.render.service.FoundationComposer;
import dev.slipway.platform.render.service.ServiceComposer;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.Middleware;
import dev.slipway.platform.spec.MiddlewareKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Renders a description. */
public final class Rendering {
    private Rendering() {}

    /**
     * All objects of an environment of a cluster.
     *
     * @throws UserError when a patch names no object or does not fit it
     */
    public static Manifests of(Environment environment, Variables variables, Contents contents) {
        var context = new Context(environment, variables, contents);
        List<Composer> composers = composers(context);
        List<Manifest> rendered = composers.stream()
                .flatMap(Composer::manifests)
                .map(new AddonNeeds(environment.addons().keySet())::added)
                .sorted(Order.OF_MANIFESTS)
                .toList();
        List<Manifest> manifests = new Patches(environment.patches())
                .laidOver(rendered, variables.namespace(), context.space().name());
        refuseTwins(manifests);
        ChangedContents.between(rendered, manifests).mark(manifests);
        List<GeneratedSecret> secrets = composers.stream()
                .flatMap(Composer::secrets)
                .sorted(Comparator.comparing(GeneratedSecret::namespace).thenComparing(GeneratedSecret::name))
                .toList();
        return new Manifests(
                environment.name(), variables.namespace(), manifests, secrets, brought(context, manifests, secrets));
    }

    /** But for those that are generated, should a description give two of them one name. */
    private static List<BroughtSecret> brought(
            Context context, List<Manifest> manifests, List<GeneratedSecret> generated) {
        return Stream.concat(
                        new Certificates(context).all(),
                        PullSecrets.of(context.cluster().imagePullSecret(), context.namespace(), manifests))
                .filter(secret -> generated.stream()
                        .noneMatch(other -> other.namespace().equals(secret.namespace())
                                && other.name().equals(secret.name())))
                .toList();
    }

    /** Each apply would write one over the other. */
    private static void refuseTwins(List<Manifest> manifests) {
        var seen = new HashSet<List<String>>();
        manifests.stream()
                .map(Manifest::object)
                .filter(object -> !seen.add(ObjectNames.identity(object)))
                .findFirst()
                .ifPresent(twin -> {
                    String name = twin.getKind() + "/" + twin.getMetadata().getName();
                    throw new UserError(
                            "two components have an object '" + name + "'",
                            "call the service of that name otherwise",
                            ExitCode.USAGE);
                });
    }

    private static List<Composer> composers(Context context) {
        Environment environment = context.environment();
        var composers = new ArrayList<Composer>();
        composers.add(new FoundationComposer(context));
        environment.addons().forEach((kind, addon) -> composers.add(AddonComposers.of(kind, addon, context)));
        environment.middleware().forEach((kind, server) -> composers.add(middleware(kind, server, context)));
        composers.add(new RotationComposer(context));
        if (environment.middleware().containsKey(MiddlewareKind.NACOS)) {
            composers.add(new ConfigurationComposer(context));
        }
        environment.services().forEach((name, service) -> composers.add(new ServiceComposer(name, service, context)));
        return composers;
    }

    private static Composer middleware(MiddlewareKind kind, Middleware server, Context context) {
        return server.outside() == null
                ? MiddlewareComposers.of(kind, server, context)
                : new OutsideServer(kind, server.outside(), context);
    }
}

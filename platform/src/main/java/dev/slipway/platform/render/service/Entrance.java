package dev.slipway.platform.render.service;

import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.spec.Expose;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How callers from outside reach a service, by an Ingress or by the Gateway API. */
record Entrance(String name, Expose expose, Context context) {
    /** The Gateway that every route hangs on. */
    static final String GATEWAY = "slipway";

    private static final String NGINX = "nginx.ingress.kubernetes.io/";

    HasMetadata object() {
        return switch (context.cluster().routing()) {
            case INGRESS -> ingress();
            case GATEWAY_API -> route();
        };
    }

    private Ingress ingress() {
        var ingress = new IngressBuilder()
                .withMetadata(context.metadata(name, name))
                .editMetadata()
                .withAnnotations(annotations())
                .endMetadata()
                .withNewSpec()
                .withIngressClassName(context.cluster().ingressClass())
                .addNewRule()
                .withHost(expose.host())
                .withNewHttp()
                .addNewPath()
                .withPath(expose.rewrite() == null ? expose.path() : rewritten())
                .withPathType(expose.rewrite() == null ? "Prefix" : "ImplementationSpecific")
                .withNewBackend()
                .withNewService()
                .withName(name)
                .withNewPort()
                .withName(ServiceComposer.PORT)
                .endPort()
                .endService()
                .endBackend()
                .endPath()
                .endHttp()
                .endRule();
        if (expose.tls() != null) {
            ingress.addNewTl()
                    .withHosts(expose.host())
                    .withSecretName(expose.tls())
                    .endTl();
        }
        return ingress.endSpec().build();
    }

    /** What follows the prefix is the second group, which the rewrite keeps. */
    private String rewritten() {
        return withoutSlash(expose.path()) + "(/|$)(.*)";
    }

    private Map<String, String> annotations() {
        var annotations = new TreeMap<String, String>();
        // The gateway alone decides how large a body may be, and how long an answer may take.
        annotations.put(NGINX + "proxy-body-size", "12m");
        annotations.put(NGINX + "proxy-read-timeout", "330");
        if (expose.rewrite() != null) {
            annotations.put(NGINX + "use-regex", "true");
            annotations.put(NGINX + "rewrite-target", withoutSlash(expose.rewrite()) + "/$2");
        }
        if (expose.rate() != null) {
            annotations.put(NGINX + "limit-rps", expose.rate().toString());
        }
        if (expose.tls() != null) {
            annotations.put(NGINX + "force-ssl-redirect", "true");
        }
        return annotations;
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private HTTPRoute route() {
        var rule = new HTTPRouteBuilder()
                .withMetadata(context.metadata(name, name))
                .withNewSpec()
                .addNewParentRef()
                .withName(GATEWAY)
                .withSectionName(name)
                .endParentRef()
                .withHostnames(expose.host())
                .addNewRule()
                .addNewMatch()
                .withNewPath("PathPrefix", expose.path())
                .endMatch();
        if (expose.rewrite() != null) {
            rule = rule.addNewFilter()
                    .withType("URLRewrite")
                    .withNewUrlRewrite()
                    .withNewPath()
                    .withType("ReplacePrefixMatch")
                    .withReplacePrefixMatch(expose.rewrite())
                    .endPath()
                    .endUrlRewrite()
                    .endFilter();
        }
        return rule.addNewBackendRef()
                .withName(name)
                .withPort(
                        Objects.requireNonNull(context.environment().services().get(name))
                                .port())
                .endBackendRef()
                .endRule()
                .endSpec()
                .build();
    }
}

package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is true of the cluster that an environment lives on. An environment with this section is one of a cluster, one
 * without it is the local one.
 *
 * @param kubernetes the oldest version that has to be met, e.g. {@code 1.28+}
 * @param production whether it serves real users: then nothing may stand on one pod alone, and nothing is shown without
 *     TLS
 * @param domain of the names of Services
 * @param routing how callers from outside come in
 * @param ingressClass of every Ingress; with {@code routing: ingress}
 * @param gatewayClass of the Gateway that every HTTPRoute hangs on; with {@code routing: gateway-api}
 * @param edgeNamespace where the pods run that let callers in, when no add-on of this description does
 * @param storageClass of every volume that names no other; the cluster's default when left out
 * @param imagePullSecret Secret of type dockerconfigjson, made by hand or by {@code apply --docker-config}; every pod
 *     pulls with it
 * @param configurationCheck when to look, each day or so, whether somebody changed the configuration in Nacos alone, as
 *     cron writes it; never when left out
 * @param volumes volumes that are made by hand on an NFS server, by name
 */
public record Cluster(
        @Matches(value = "1\\.\\d{2}\\+?", allowed = "a version such as 1.28+") @Default("1.28+")
        String kubernetes,

        @Default("false") boolean production,

        @Matches(value = Names.DOMAIN, allowed = Names.DOMAIN_ALLOWED) @Default("cluster.local")
        String domain,

        @Default("ingress") Routing routing,

        @Matches(value = Names.NAME, allowed = Names.NAME_ALLOWED) @Default("nginx")
        String ingressClass,

        @Matches(value = Names.NAME, allowed = Names.NAME_ALLOWED) @Default("slipway")
        String gatewayClass,

        @Matches(value = Names.NAME, allowed = Names.NAME_ALLOWED) @Default("ingress-nginx")
        String edgeNamespace,

        @Nullable @Matches(value = Names.DOMAIN, allowed = Names.DOMAIN_ALLOWED)
        String storageClass,

        @Nullable @Matches(value = Names.DOMAIN, allowed = Names.DOMAIN_ALLOWED)
        String imagePullSecret,

        @Nullable @Matches(value = "[0-9*/,-]+( [0-9*/,-]+){4}", allowed = "five fields as of cron, in quotes")
        String configurationCheck,

        Map<String, NfsVolume> volumes) {}

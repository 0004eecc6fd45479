package dev.slipway.platform.render.service;

import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.spec.Middleware;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Service;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The variables of the services' processes; what is secret they read from files. */
record ServiceVariables(Context context) {
    /** The ConfigMap with the variables of all services. */
    static final String SHARED = "service-settings";

    static final String SECRETS = "/etc/slipway/secrets";
    static final String RUN = "/var/lib/slipway";

    /** Name of the primary that Sentinel watches, and of the replica set. */
    private static final String GROUP = "slipway";

    private static final int SENTINEL_PORT = 26379;

    private static final String POOL_SIZE = "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE";

    /** Fixed threads and pools are outside of the heap: about half of a service's memory. */
    private static final String JVM = "-XX:MaxRAMPercentage=45 -XX:InitialRAMPercentage=20 -XX:MaxMetaspaceSize=192m"
            + " -XX:ReservedCodeCacheSize=64m -Xss512k -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8"
            + " -Duser.timezone=UTC";

    /** Where everything is. */
    SortedMap<String, String> ofAll() {
        var all = new TreeMap<String, String>();
        all.put("SPRING_PROFILES_ACTIVE", context.environment().springProfile());
        all.put("SLIPWAY_SECRETS", SECRETS);
        all.put("SLIPWAY_RUN", RUN);
        all.put("JAVA_TOOL_OPTIONS", JVM);
        if (!context.environment().services().isEmpty()) {
            all.put("PLATFORM_URL", platformUrl());
        }
        context.environment().middleware().forEach((kind, server) -> address(kind, server, all));
        return all;
    }

    List<EnvVar> of(String name, Service service) {
        var own = new TreeMap<String, String>();
        own.put("SERVER_PORT", Integer.toString(service.port()));
        own.put("SLIPWAY_DRAIN", text(service.drain()));
        if (service.schema() != null) {
            own.put(POOL_SIZE, Integer.toString(service.connections()));
        }
        service.calls().forEach(called -> own.put(urlVariable(called), url(called)));
        own.putAll(service.environment());
        var variables = new ArrayList<EnvVar>();
        own.forEach((key, value) -> variables.add(new EnvVar(key, value, null)));
        variables.add(new EnvVarBuilder()
                .withName("SLIPWAY_ADVERTISE")
                .withNewValueFrom()
                .withNewFieldRef("v1", "status.podIP")
                .endValueFrom()
                .build());
        return variables;
    }

    private static String text(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private String platformUrl() {
        String entry = context.environment().entry();
        Service service = context.environment().services().get(entry);
        if (service == null || service.expose() == null) {
            return url(entry);
        }
        return (service.expose().tls() == null ? "http://" : "https://")
                + service.expose().host();
    }

    private String url(String service) {
        return "http://" + service + ":"
                + Objects.requireNonNull(context.environment().services().get(service))
                        .port();
    }

    private static String urlVariable(String component) {
        return component.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
    }

    private void address(MiddlewareKind kind, Middleware server, SortedMap<String, String> all) {
        String port = Integer.toString(context.environment().port(kind));
        switch (kind) {
            case NACOS -> all.put("NACOS_ADDRESS", "nacos:" + port);
            case MYSQL -> all.put("MYSQL_ADDRESS", "mysql:" + port);
            case RABBITMQ -> {
                all.put("RABBITMQ_HOST", "rabbitmq");
                all.put("RABBITMQ_PORT", port);
            }
            case REDIS -> redis(server, port, all);
            case MONGODB -> mongodb(server, port, all);
            case SENTINEL_DASHBOARD -> dashboard(kind + ":" + port, all);
        }
    }

    /** One that runs elsewhere could not ask a pod. */
    private void dashboard(String address, SortedMap<String, String> all) {
        if (context.reportsToDashboard()) {
            all.put("SPRING_CLOUD_SENTINEL_TRANSPORT_DASHBOARD", address);
            all.put("SPRING_CLOUD_SENTINEL_TRANSPORT_PORT", Integer.toString(Service.COMMANDS));
        }
    }

    private static void redis(Middleware server, String port, SortedMap<String, String> all) {
        all.put("REDIS_HOST", "redis");
        all.put("REDIS_PORT", port);
        if (server.replicas() > 1 && server.outside() == null) {
            all.put("SPRING_DATA_REDIS_SENTINEL_MASTER", GROUP);
            all.put("SPRING_DATA_REDIS_SENTINEL_NODES", members(server, "redis", Integer.toString(SENTINEL_PORT), 0));
        }
    }

    private static void mongodb(Middleware server, String port, SortedMap<String, String> all) {
        boolean set = server.replicas() > 1 && server.outside() == null;
        all.put("MONGODB_HOST", set ? "mongodb-0.mongodb-members" : "mongodb");
        all.put("MONGODB_PORT", port);
        if (set) {
            all.put("SPRING_DATA_MONGODB_ADDITIONAL_HOSTS", members(server, "mongodb", port, 1));
            all.put("SPRING_DATA_MONGODB_REPLICA_SET_NAME", GROUP);
        }
    }

    private static String members(Middleware server, String name, String port, int first) {
        return IntStream.range(first, server.replicas())
                .mapToObj(member -> name + "-" + member + "." + name + "-members:" + port)
                .collect(Collectors.joining(","));
    }
}

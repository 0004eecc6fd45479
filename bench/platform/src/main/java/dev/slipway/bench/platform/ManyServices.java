package dev.slipway.bench.platform;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A description with as many services as asked for, each like those of the committed environments. */
final class ManyServices {
    /** Also the namespace. */
    static final String NAME = "many";

    private ManyServices() {}

    static String description(int services) {
        return """
                apiVersion: slipway.dev/v1
                kind: Environment
                name: %1$s
                profile: dev
                cluster: { kubernetes: "1.28+", ingressClass: nginx, storageClass: standard }
                namespace: { name: %1$s }
                middleware:
                  redis: {}
                services:
                  server-gateway: { module: gateway, entry: true, needs: [redis] }
                """.formatted(NAME)
                + IntStream.rangeClosed(1, services)
                        .mapToObj(ManyServices::service)
                        .collect(Collectors.joining());
    }

    /** Each calls the one before it. */
    private static String service(int number) {
        String called = number == 1 ? "" : name(number - 1);
        return "  " + name(number) + ": { needs: [redis], calls: [" + called
                + "], secrets: [data-key], resources: { cpu: 10m } }\n";
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "service-%04d", number);
    }
}

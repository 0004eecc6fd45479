package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Scratch;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.secrets.SecretPlan;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** MongoDB: one server, or a replica set, which its first member makes once. */
record MongodbComposer(Server server) implements Composer {
    static final String IMAGE = "docker.io/library/mongo:7.0.24";

    private static final String PORT = "mongodb";
    private static final String PASSWORD = "mongodb-password";
    private static final String KEY = "mongodb-key";

    private static final Duration START = Duration.ofMinutes(10);
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Override
    public Stream<Manifest> manifests() {
        Map<String, Integer> ports = Map.of(PORT, server.port());
        return server.manifests(
                List.of(set()),
                List.of(
                        server.settings(settings()),
                        Shared.service(server.context(), server.name(), ports),
                        Shared.headless(server.context(), server.members(), server.name(), ports),
                        Edges.of(server.context(), server.name(), server.portsOfMembers(), server.rotated())));
    }

    @Override
    public Stream<GeneratedSecret> secrets() {
        var keys =
                new TreeMap<>(Map.of(PASSWORD, SecretPlan.named(server.context().environment(), PASSWORD)));
        if (server.clustered()) {
            keys.put(KEY, SecretName.key(KEY));
        }
        return Stream.of(server.context().secret(server.name(), keys));
    }

    private StatefulSet set() {
        var pod = new ServerPod(server);
        var spec = pod.withSettings(pod.spec(STOP)).withContainers(container(pod));
        return new ServerSet(server)
                .of(server.name(), server.description().replicas(), Map.of(), pod.template(spec, Map.of(), settings()));
    }

    private Container container(ServerPod pod) {
        ProbeBuilder ready = Probes.exec(ServerPod.script("ready.sh"));
        return pod.scripted(server.name(), server.image(IMAGE), "start.sh")
                .withEnv(ServerPod.variables(variables()))
                .addToPorts(Shared.port(PORT, server.port()))
                .withStartupProbe(Probes.startup(Probes.tcp(PORT), START))
                .withReadinessProbe(ServerPod.patient(Probes.readiness(ready), PERIOD, TIMEOUT))
                .withLivenessProbe(Probes.liveness(Probes.tcp(PORT)))
                .addToVolumeMounts(ServerPod.folder("db", "/data/db"), Scratch.mount("/data/configdb", "configdb"))
                .build();
    }

    /** Also for the Job that tells it of a new password. */
    Map<String, String> variables() {
        var variables = new TreeMap<>(Map.of("HOME", "/tmp", "MONGODB_PORT", Integer.toString(server.port())));
        if (server.clustered()) {
            variables.put("GROUP", Server.GROUP);
            variables.put("MEMBERS", server.memberList(server.port(), ","));
        }
        return variables;
    }

    private Map<String, String> settings() {
        var files = new TreeMap<String, String>();
        Stream.of("start.sh", "ready.sh", "rotate.sh", "rotate.js")
                .forEach(name -> files.put(name, Texts.of("mongodb/" + name)));
        if (server.clustered()) {
            files.put("initiate.js", Texts.of("mongodb/initiate.js"));
        }
        return files;
    }
}

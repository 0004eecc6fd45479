package dev.slipway.bench.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.bench.Machine;
import dev.slipway.local.RedisServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Everything the benchmark needs running, each in its own process, pinned where the machine can. */
final class Stage implements AutoCloseable {
    private static final String SERVICE = "service";
    private static final String DIRECT = "direct";
    private static final String GATEWAYS_CORE = "1";
    private static final String OTHERS_CORE = "0";
    private static final List<String> FLAGS =
            List.of("-Xms384m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:+AlwaysPreTouch");

    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final Path folder;
    private final ECKey key;
    private final String token;
    private final int service = Machine.freePort();
    private final int bare = Machine.freePort();
    private final int slipway = Machine.freePort();

    private Stage() throws IOException, JOSEException {
        folder = Files.createTempDirectory("slipway-bench");
        key = new ECKeyGenerator(Curve.P_256)
                .keyID("bench")
                .algorithm(JWSAlgorithm.ES256)
                .generate();
        token = issue();
    }

    static Stage start(Path gatewayJar) throws IOException, JOSEException, InterruptedException {
        Stage stage = new Stage();
        try {
            stage.launch(gatewayJar);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            stage.close();
            throw failed;
        }
        return stage;
    }

    private void launch(Path jar) throws IOException, InterruptedException {
        String classPath = System.getProperty("java.class.path");
        String jwks = new JWKSet(key).toPublicJWKSet().toString();
        run(
                "service",
                OTHERS_CORE,
                List.of("-cp", classPath, FixedService.class.getName(), "" + service, jwks),
                Map.of());
        run(
                "bare",
                GATEWAYS_CORE,
                List.of("-cp", classPath, BareGateway.class.getName(), "" + bare, url(service)),
                Map.of());
        int redisPort = Machine.freePort();
        RedisServer redis = new RedisServer(folder.resolve("redis"), folder.resolve("bin"), redisPort, password());
        redis.prepare();
        exec("redis", OTHERS_CORE, redis.command(), Map.of());
        run("slipway", GATEWAYS_CORE, gateway(unpacked(jar), redisPort), Map.of("SLIPWAY_RUN", folder.toString()));
        await(bare);
        await(slipway);
    }

    private String password() {
        return UUID.nameUUIDFromBytes(folder.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    /** As the platform runs it: unpacked; without Nacos, whose list and rules stand in files. */
    private List<String> gateway(Path jar, int redisPort) throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("identity-key"), UUID.randomUUID() + "-" + UUID.randomUUID());
        Files.writeString(secrets.resolve("redis-password"), password());
        Path rules = folder.resolve("flow.json");
        Files.writeString(rules, "[{\"resource\":\"service-user\",\"count\":1000000,\"intervalSec\":1}]");
        return List.of(
                "-jar",
                jar.toString(),
                "--spring.profiles.active=test",
                "--logging.structured.format.console=ecs",
                "--server.address=127.0.0.1",
                "--server.port=" + slipway,
                "--REDIS_PORT=" + redisPort,
                "--SLIPWAY_SECRETS=" + secrets,
                "--spring.cloud.discovery.client.simple.instances.service-user[0].uri=" + url(service),
                "--spring.cloud.sentinel.datasource.flow.file.file=" + rules,
                "--spring.cloud.sentinel.datasource.flow.file.data-type=json",
                "--spring.cloud.sentinel.datasource.flow.file.rule-type=gw-flow");
    }

    private Path unpacked(Path jar) throws IOException, InterruptedException {
        Path to = folder.resolve("gateway");
        List<String> command = List.of(
                java(),
                "-Djarmode=tools",
                "-jar",
                jar.toAbsolutePath().toString(),
                "extract",
                "--destination",
                to.toString());
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("cannot extract " + jar);
        }
        return to.resolve(jar.getFileName());
    }

    private void run(String name, String core, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(FLAGS);
        command.addAll(arguments);
        exec(name, core, command, environment);
    }

    private void exec(String name, String core, List<String> command, Map<String, String> environment)
            throws IOException {
        List<String> pinned = new ArrayList<>(pinning() ? List.of("taskset", "-c", core) : List.of());
        pinned.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(pinned)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().putAll(environment);
        processes.put(name, builder.start());
    }

    static boolean pinning() {
        return Runtime.getRuntime().availableProcessors() > 0 && Files.isExecutable(Path.of("/usr/bin/taskset"));
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    private void await(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url(port) + "/api/me"))
                .header("Authorization", "Bearer " + token())
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            try {
                if (HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
            Thread.sleep(200);
        }
        throw new IOException("port " + port + " does not answer; see the logs in " + folder);
    }

    /** What is measured, by name. */
    Map<String, Integer> ports() {
        return Map.of("slipway", slipway, "bare", bare, DIRECT, service);
    }

    /** The process measured; {@code taskset} becomes it. */
    ProcessHandle process(String target) {
        return Objects.requireNonNull(processes.get(DIRECT.equals(target) ? SERVICE : target))
                .toHandle();
    }

    String description() {
        return pinning()
                ? "gateways on core " + GATEWAYS_CORE + ", load, service and Redis on core " + OTHERS_CORE
                : "no core was pinned (no taskset here)";
    }

    /** One token for all calls, as a client sends it. */
    String token() {
        return token;
    }

    private String issue() {
        Instant now = Instant.now();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer("slipway")
                        .audience("slipway-api")
                        .subject("u-1")
                        .claim("sid", "s-1")
                        .claim("roles", List.of("USER"))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(7200)))
                        .build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException defect) {
            throw new IllegalStateException(defect);
        }
        return jwt.serialize();
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroyForcibly);
    }
}

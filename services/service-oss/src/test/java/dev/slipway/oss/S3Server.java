package dev.slipway.oss;

import static org.awaitility.Awaitility.await;

import dev.slipway.test.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** S3Proxy with objects in memory, as a process of its own. */
final class S3Server implements AutoCloseable {
    private static final Path JAR = Path.of("target/s3/s3proxy.jar").toAbsolutePath();
    private static final String ACCESS = "an-access-key-of-tests";
    private static final String SECRET = "a-secret-key-of-these-tests";

    private final Process process;
    private final String endpoint;

    private S3Server(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static S3Server start(Path folder) throws IOException {
        int port = FreePort.next();
        String endpoint = "http://127.0.0.1:" + port;
        Path configuration =
                Files.writeString(folder.resolve("s3.properties"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient-nio2
                jclouds.identity=any
                jclouds.credential=any
                """.formatted(endpoint, ACCESS, SECRET));
        Path log = folder.resolve("s3.log");
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx192m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString(),
                        "--properties",
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        S3Server server = new S3Server(process, endpoint);
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive() || listens(port));
        if (!process.isAlive()) {
            throw new IllegalStateException("no S3 server: " + Files.readString(log));
        }
        server.createBucket();
        return server;
    }

    String[] settings(String bucket) {
        return new String[] {
            "--slipway.files.store=s3",
            "--slipway.files.s3.endpoint=" + endpoint,
            "--slipway.files.s3.bucket=" + bucket,
            "--s3-access-key=" + ACCESS,
            "--s3-secret-key=" + SECRET
        };
    }

    private void createBucket() {
        try (S3Client client = S3Client.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET)))
                .build()) {
            client.createBucket(bucket -> bucket.bucket("a-bucket"));
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

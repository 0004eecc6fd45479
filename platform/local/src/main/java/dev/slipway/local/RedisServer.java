package dev.slipway.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Redis itself, with a password, and every write in its append-only file before it is answered. */
public final class RedisServer implements LocalServer {

    private final Path data;
    private final Path binaries;
    private final int port;
    private final String password;

    /**
     * @param data its folder
     * @param binaries where to unpack the program; may be shared between instances and processes
     */
    public RedisServer(Path data, Path binaries, int port, String password) {
        this.data = data.toAbsolutePath();
        this.binaries = binaries.toAbsolutePath();
        this.port = port;
        this.password = password;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public void prepare() throws IOException {
        new Unpacking(binaries).program(RedisProgram.resource());
        PrivateFile.folder(data);
        PrivateFile.write(configuration(), text());
    }

    @Override
    public List<String> command() {
        return List.of(program().toString(), configuration().toString());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean ready() {
        return new RedisProbe(port, password).answers();
    }

    private String text() {
        return """
                bind 127.0.0.1
                port %d
                dir %s
                requirepass %s
                daemonize no
                databases 128
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory 256mb
                maxmemory-policy noeviction
                """.formatted(port, quoted(data.toString()), quoted(password));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private Path program() {
        return binaries.resolve(RedisProgram.resource());
    }

    private Path configuration() {
        return data.resolve("redis.conf");
    }
}

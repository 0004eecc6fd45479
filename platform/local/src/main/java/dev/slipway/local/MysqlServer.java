package dev.slipway.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * MariaDB in the place of MySQL. Each schema has a user of the same name that may do everything there and nothing
 * elsewhere; {@code root} has a password too. Users and passwords are set anew at each start, before the port opens.
 */
public final class MysqlServer implements LocalServer {

    private final Path data;
    private final int port;
    private final String rootPassword;
    private final Map<String, String> schemas;
    private final MariadbFiles files;

    /**
     * @param data its folder
     * @param binaries where to unpack the program; may be shared between instances and processes
     * @param schemas schema (and user) name to the user's password
     */
    public MysqlServer(Path data, Path binaries, int port, String rootPassword, Map<String, String> schemas) {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.rootPassword = rootPassword;
        this.schemas = Map.copyOf(schemas);
        this.files = new MariadbFiles(binaries.toAbsolutePath());
    }

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public void prepare() throws IOException {
        files.unpack();
        PrivateFile.folder(data);
        PrivateFile.folder(data.resolve("tmp"));
        PrivateFile.write(usersFile(), new MariadbUsers(rootPassword, schemas).statements());
        PrivateFile.write(optionFile(), new MariadbOptions(files, data, port, usersFile()).text());
        files.install(data);
    }

    @Override
    public List<String> command() {
        return List.of(files.program().toString(), "--defaults-file=" + optionFile());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean ready() {
        return accepts("", new Login("root", rootPassword))
                && schemas.entrySet().stream()
                        .allMatch(schema -> accepts(schema.getKey(), new Login(schema.getKey(), schema.getValue())));
    }

    private boolean accepts(String schema, Login login) {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "1000");
        properties.setProperty("socketTimeout", "2000");
        properties.setProperty("sslMode", "DISABLED");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        try (Connection connection =
                DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/" + schema, properties)) {
            return connection.isValid(2);
        } catch (SQLException refused) {
            return false;
        }
    }

    private Path optionFile() {
        return data.resolve("my.cnf");
    }

    private Path usersFile() {
        return data.resolve("users.sql");
    }
}

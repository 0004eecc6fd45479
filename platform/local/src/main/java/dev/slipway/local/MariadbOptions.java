package dev.slipway.local;

import java.nio.file.Path;

/** The option file: loopback only, sized for a laptop, and as close to MySQL 8.4's defaults as MariaDB gets. */
record MariadbOptions(MariadbFiles files, Path data, int port, Path initFile) {

    String text() {
        return """
                [mariadbd]
                basedir = %s
                lc-messages-dir = %s
                datadir = %s
                tmpdir = %s
                init-file = %s
                port = %d
                bind-address = 127.0.0.1
                # Relative to the data folder: a socket's path may have 107 bytes.
                socket = mysql.sock
                pid-file = mysql.pid
                skip-name-resolve
                # Else it makes itself an RSA key at each start, which took up to 14 s; nothing leaves this machine.
                disable-ssl
                %s
                character-set-server = utf8mb4
                default-time-zone = '+00:00'
                sql-mode = ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION
                # A commit is with the operating system before it is answered: it survives a kill, not a power cut.
                innodb-flush-log-at-trx-commit = 2
                innodb-buffer-pool-size = 64M
                innodb-log-file-size = 32M
                innodb-log-buffer-size = 4M
                aria-pagecache-buffer-size = 4M
                key-buffer-size = 1M
                performance-schema = OFF
                thread-stack = 256K
                max-connections = 200
                """.formatted(
                        quoted(files.folder()),
                        quoted(files.messages()),
                        quoted(MariadbFiles.tables(data)),
                        quoted(data.resolve("tmp")),
                        quoted(initFile),
                        port,
                        // MariaDB refuses to run as root unless told.
                        "root".equals(System.getProperty("user.name")) ? "user = root" : "");
    }

    private static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

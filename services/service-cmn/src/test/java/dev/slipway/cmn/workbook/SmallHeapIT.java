package dev.slipway.cmn.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.test.Middleware;
import dev.slipway.test.Mysql;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred thousand rows go in and out of a JVM that has a heap of {@value #HEAP}. */
class SmallHeapIT {
    private static final String HEAP = "-Xmx40m";
    private static final int ROWS = 100_000;

    @TempDir
    Path folder;

    @Test
    void importsAndExports() throws Exception {
        Mysql.Database database = Middleware.mysql().createDatabase();
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.login().user(),
                        database.login().password())
                .load()
                .migrate();
        Path workbook = folder.resolve("large.xlsx");
        write(workbook);
        assertThat(run(database, "import", workbook)).contains("created=" + ROWS + " updated=0 unchanged=0 rejected=0");
        Path exported = folder.resolve("exported.xlsx");
        assertThat(run(database, "export", exported)).matches("(?s).*rows=10[0-9]{4}\\s.*");
        assertThat(run(database, "import", exported))
                .contains("created=0 updated=0")
                .contains("rejected=0");
    }

    private static void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            row(sheet, 0, SheetRow.COLUMNS);
            row(sheet, 1, List.of("large", "", "", "大"));
            for (int i = 1; i < ROWS; i++) {
                row(sheet, i + 1, List.of("large", i < 1000 ? "" : "v" + (i % 999 + 1), "v" + i, "名称 " + i + " 的条目"));
                if (i % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void row(Worksheet sheet, int row, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            sheet.inlineString(row, column, texts.get(column));
        }
    }

    private String run(Mysql.Database database, String what, Path file) throws Exception {
        Path output = folder.resolve(what + ".txt");
        ProcessBuilder child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        SmallHeap.class.getName(),
                        what,
                        file.toString(),
                        database.url(),
                        database.login().user())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        child.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        child.environment().put("TEST_PASSWORD", database.login().password());
        Process process = child.directory(new File(".")).start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(output);
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}

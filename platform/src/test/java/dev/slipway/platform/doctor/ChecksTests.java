package dev.slipway.platform.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.secrets.SecretsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTests {
    private static final long GIBI = 1L << 30;

    @TempDir
    Path directory;

    @Test
    void anOldJavaOrOneWithoutCompilerIsAProblem() throws IOException {
        assertThat(verdict(new JavaCheck(11, directory))).isEqualTo(Verdict.PROBLEM);
        assertThat(verdict(new JavaCheck(17, directory))).isEqualTo(Verdict.PROBLEM);

        Files.createDirectory(directory.resolve("bin"));
        Path compiler = Files.createFile(directory.resolve("bin/javac"));
        Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(verdict(new JavaCheck(17, directory))).isEqualTo(Verdict.OK);
    }

    @ParameterizedTest
    @CsvSource({"2, 8, 4000000, ok", "4, 8, 1000000, warning", "4, 3, 1000000, problem", "4, 8, 0, ok"})
    void memoryIsComparedWithWhatTheStackMayUse(long needed, long total, long availableKibi, String verdict)
            throws IOException {
        Path meminfo = directory.resolve("meminfo");
        if (availableKibi > 0) {
            Files.writeString(meminfo, "MemTotal: 1 kB\nMemAvailable:    " + availableKibi + " kB\n");
        }

        assertThat(verdict(new MemoryCheck(needed * GIBI, total * GIBI, meminfo)))
                .hasToString(verdict);
    }

    @Test
    void aTakenPortNamesItsOwner() {
        var check = new PortsCheck(
                Map.of("redis", 16379), false, port -> false, port -> false, port -> Optional.of("nginx (pid 812)"));

        assertThat(check.look()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
            assertThat(finding.check()).isEqualTo("port 16379");
            assertThat(finding.found()).contains("redis", "nginx (pid 812)");
            assertThat(finding.fix()).contains("--port");
        });
    }

    @Test
    void portsOfTheRunningStackAreNoProblem() {
        var check =
                new PortsCheck(Map.of("redis", 16379), true, port -> false, port -> false, port -> Optional.empty());

        assertThat(verdict(check)).isEqualTo(Verdict.OK);
    }

    @Test
    void portsOfWhatIsLeftOfTheStackAreNoProblem() {
        var check = new PortsCheck(
                Map.of("redis", 16379, "mysql", 13306),
                false,
                port -> port == 16379,
                port -> port != 16379,
                port -> Optional.of("redis-server (pid 812)"));

        assertThat(verdict(check)).isEqualTo(Verdict.OK);
    }

    @Test
    void aPortThatOtherMachinesReachIsAWarning() {
        var check = new ExposureCheck(
                Map.of("nacos", List.of(12L), "redis", List.of(13L)), pid -> pid == 12 ? List.of(7848) : List.of());

        assertThat(check.look()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
            assertThat(finding.found()).isEqualTo("port 7848 of nacos is open to other machines");
        });
        assertThat(verdict(new ExposureCheck(Map.of("redis", List.of(13L)), pid -> List.of())))
                .isEqualTo(Verdict.OK);
        assertThat(verdict(new ExposureCheck(Map.of(), pid -> List.of(1)))).isEqualTo(Verdict.OK);
    }

    @Test
    void fileNamesOutsideUtf8AreAWarning() {
        assertThat(new LocaleCheck("C", "ANSI_X3.4-1968", null).look())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.WARNING, Verdict.OK);
    }

    @Test
    void anUnknownTimeZoneIsAWarning() {
        assertThat(new LocaleCheck("C.UTF-8", "UTF-8", "Asia/Shanghi").look())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.OK, Verdict.WARNING);
    }

    @Test
    void leftoversAreProcessesWithoutTheirLauncher() {
        var living = Map.of("mysql", List.of(12L, 13L));

        assertThat(verdict(new LeftoversCheck(true, living))).isEqualTo(Verdict.OK);
        assertThat(verdict(new LeftoversCheck(false, Map.of()))).isEqualTo(Verdict.OK);
        assertThat(new LeftoversCheck(false, living).look()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
            assertThat(finding.found()).contains("mysql", "12, 13");
            assertThat(finding.fix()).contains("slipway down");
        });
    }

    @Test
    void aDataDirectoryBelowAFileIsAProblem() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(verdict(new DataDirectoryCheck(file.resolve("data")))).isEqualTo(Verdict.PROBLEM);
        assertThat(verdict(new DataDirectoryCheck(directory.resolve("a/b")))).isEqualTo(Verdict.OK);
        assertThat(directory.resolve("a")).doesNotExist();
    }

    @Test
    void secretsThatOthersCanReadAreAProblem() throws IOException {
        Path file = directory.resolve("secrets.yaml");
        var check = new SecretsCheck(new SecretsFile(file, new SecureRandom()));
        assertThat(verdict(check)).isEqualTo(Verdict.OK);

        Files.writeString(file, "a: \"b\"\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(verdict(check)).isEqualTo(Verdict.PROBLEM);
    }

    private static Verdict verdict(Check check) {
        return check.look().get(0).verdict();
    }
}

package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.apply.SavedPlan;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFileTests {
    private static final SavedPlan PLAN = new SavedPlan(
            "dev-ol",
            "n",
            new SavedPlan.Images("r", "t"),
            URI.create("https://127.0.0.1:6443/"),
            "digest",
            new TreeMap<>(),
            List.of());

    @TempDir
    Path folder;

    private static void assertUsage(ThrowingCallable call, Path named) {
        assertThatThrownBy(call).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(error.what()).contains(named.toString());
        });
    }

    @Test
    void whatIsWrittenCanBeRead() throws IOException {
        Path file = folder.resolve("monday.plan");

        PlanFile.write(file, PLAN);

        assertThat(PlanFile.read(file)).isEqualTo(PLAN);
    }

    @Test
    void aPlaceWhereNoFileCanBeIsTold() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.createFile(taken.resolve("file"));

        assertUsage(() -> PlanFile.write(folder.resolve("none/monday.plan"), PLAN), folder.resolve("none/monday.plan"));
        assertUsage(() -> PlanFile.write(taken, PLAN), taken);

        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"versions\": {}, \"changes\": []}"})
    void whatIsNoPlanIsTold(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);

        assertUsage(() -> PlanFile.read(file), file);
        assertUsage(() -> PlanFile.read(folder), folder);
        assertUsage(() -> PlanFile.read(folder.resolve("none")), folder.resolve("none"));
    }
}

package dev.slipway.platform.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.platform.apply.SavedPlan;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.DeployFile;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A saved plan as a file. */
final class PlanFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanFile() {}

    static void write(Path file, SavedPlan plan) throws IOException {
        Path made = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.write(made, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(plan));
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            Files.deleteIfExists(made);
            throw new UserError(
                    "the plan cannot be written to " + file + ": " + e,
                    "name a file in a folder that is there, and that may be written to",
                    ExitCode.USAGE,
                    e);
        }
    }

    static SavedPlan read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), SavedPlan.class);
        } catch (IOException e) { // it is not there, a folder, not readable, or something else is in it
            throw new UserError(
                    file + " is no saved plan" + (e instanceof NoSuchFileException ? ": it is not there" : ""),
                    "'slipway plan --out " + file.getFileName() + "' makes one",
                    ExitCode.USAGE,
                    e);
        }
    }

    /** What tells one rendering from another. */
    static String digest(Manifests manifests) {
        try {
            byte[] text = DeployFile.text(manifests).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}

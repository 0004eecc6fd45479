package dev.slipway.platform.stack;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What runs, as files: {@code run/<component>.json}, {@code run/supervisor.json} and the wishes {@code
 * run/<component>.restart}. A reader sees the old or the new content, never half of one.
 */
public final class RunFiles implements Requests {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String SUPERVISOR = "supervisor.json";
    private static final String JSON_FILE = ".json";
    private static final String WISH = ".restart";

    private final Path folder;

    public RunFiles(DataDirectory directory) {
        this.folder = directory.run();
    }

    Path folder() {
        return folder;
    }

    public void write(ComponentStatus status) {
        write(status.name() + JSON_FILE, status);
    }

    public void write(SupervisorStatus status) {
        write(SUPERVISOR, status);
    }

    public Optional<SupervisorStatus> supervisor() {
        return read(folder.resolve(SUPERVISOR), SupervisorStatus.class);
    }

    /** What is known about each component; in no particular order. */
    public List<ComponentStatus> components() {
        var found = new ArrayList<ComponentStatus>();
        for (Path file : files(JSON_FILE)) {
            if (!file.endsWith(SUPERVISOR)) {
                read(file, ComponentStatus.class).ifPresent(found::add);
            }
        }
        return found;
    }

    public Optional<ComponentStatus> component(String name) {
        return read(folder.resolve(name + JSON_FILE), ComponentStatus.class);
    }

    /** Forgets what an earlier supervisor has left. */
    public void clear() {
        files("").forEach(RunFiles::delete);
    }

    /** Leaves the wish that a component be restarted. */
    public void wishRestart(String component) {
        try {
            Files.writeString(folder.resolve(component + WISH), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> restarts() {
        var wishes = new LinkedHashSet<String>();
        for (Path file : files(WISH)) {
            String name = file.getFileName().toString();
            wishes.add(name.substring(0, name.length() - WISH.length()));
            delete(file);
        }
        return wishes;
    }

    private List<Path> files(String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, Object value) {
        try {
            Path unfinished = Files.createTempFile(folder, name, ".new");
            Files.write(unfinished, JSON.writeValueAsBytes(value));
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), type));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

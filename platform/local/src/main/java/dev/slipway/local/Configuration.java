package dev.slipway.local;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

/** The file that tells a server's main class its data folder, its ports and its secrets. */
final class Configuration {

    private final Properties properties = new Properties();
    private final Path data;

    /** @throws NoSuchFileException when the server's jar is not built */
    Configuration(Path data, Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new NoSuchFileException(jar.toString(), null, "not built: run mvn package");
        }
        this.data = PrivateFile.folder(data);
        PrivateFile.folder(data.resolve("tmp"));
        set("data", data);
    }

    void set(String key, Object value) {
        properties.setProperty(key, value.toString());
    }

    void write(Path file) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, null);
        PrivateFile.write(data.resolve(file), text.toString());
    }
}

package dev.slipway.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server that is a Java program, so that a supervisor can add class-data-sharing flags to it. */
public interface JvmServer extends LocalServer {

    /** Its executable jar; the manifest names the class path in a fixed order. */
    Path jar();

    /** The flags of its JVM: memory, compiler, system properties. */
    List<String> jvmArguments();

    /** What its main class is given. */
    List<String> arguments();

    /** The command with further JVM flags, e.g. {@code -XX:SharedArchiveFile=…}, before the jar. */
    default List<String> command(List<String> moreJvmArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments());
        command.addAll(moreJvmArguments);
        command.add("-jar");
        command.add(jar().toString());
        command.addAll(arguments());
        return List.copyOf(command);
    }

    @Override
    default List<String> command() {
        return command(List.of());
    }

    @Override
    default Map<String, String> environment() {
        return Map.of();
    }
}

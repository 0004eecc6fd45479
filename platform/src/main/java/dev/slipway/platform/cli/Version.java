package dev.slipway.platform.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What is running.
 *
 * @param slipway version of the kit, as built
 * @param java version of the virtual machine
 * @param os name, release and processor of the operating system
 */
record Version(String slipway, String java, String os) {
    static Version current(Properties system) {
        return new Version(
                built(),
                system.getProperty("java.vm.version") + " (" + system.getProperty("java.vendor") + ")",
                system.getProperty("os.name") + " " + system.getProperty("os.version") + " "
                        + system.getProperty("os.arch"));
    }

    private static String built() {
        var properties = new Properties();
        try (var in = Version.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("build.properties is not in the jar");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}

package dev.slipway.platform.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ports of the stack that other machines reach; Nacos opens its raft port on every address unless kept from it. Linux
 * only: elsewhere nothing is found.
 *
 * @param ports name → port
 * @param net {@code /proc/net}
 */
public record ExposureCheck(Map<String, Integer> ports, Path net) implements Check {
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;

    /** 127.0.0.0/8 as the kernel writes it, alone and inside IPv6, and ::1. */
    private static final String LOOPBACK =
            "[0-9A-F]{6}7F|0000000000000000FFFF0000[0-9A-F]{6}7F|00000000000000000000000001000000";

    @Override
    public List<Finding> look() {
        var open = new ArrayList<Finding>();
        ports.forEach((name, port) -> {
            if (listensWidely(port)) {
                open.add(Finding.warning(
                        "exposure",
                        "port " + port + " (" + name + ") is open to other machines",
                        "close it in the firewall of this machine"));
            }
        });
        return open.isEmpty() ? List.of(Finding.ok("exposure", "nothing listens beyond this machine")) : open;
    }

    private boolean listensWidely(int port) {
        String ending = String.format(Locale.ROOT, ":%04X", port);
        return List.of("tcp", "tcp6").stream()
                .flatMap(table -> lines(net.resolve(table)).stream())
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> fields.length > STATE && fields[STATE].equals(LISTENING))
                .map(fields -> fields[LOCAL_ADDRESS])
                .filter(address -> address.endsWith(ending))
                .anyMatch(address -> !address.replace(ending, "").matches(LOOPBACK));
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException elsewhere) {
            return List.of();
        }
    }
}

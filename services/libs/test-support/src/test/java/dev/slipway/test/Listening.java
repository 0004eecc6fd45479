package dev.slipway.test;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sockets a process listens on, as Linux tells. */
final class Listening {

    private Listening() {}

    static List<InetAddress> addresses(ProcessHandle process) throws IOException {
        Path proc = Path.of("/proc", String.valueOf(process.pid()));
        Set<String> inodes = socketInodes(proc.resolve("fd"));
        List<InetAddress> addresses = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(proc.resolve(table))) {
                String[] field = line.trim().split("\\s+", -1);
                // 0A is LISTEN; field 9 is the socket's inode.
                if (field[3].equals("0A") && inodes.contains("socket:[" + field[9] + "]")) {
                    addresses.add(address(field[1].substring(0, field[1].indexOf(':'))));
                }
            }
        }
        return addresses;
    }

    private static Set<String> socketInodes(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Listening::target).collect(Collectors.toSet());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    /** Words of four bytes in the machine's own order. */
    private static InetAddress address(String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer address = ByteBuffer.allocate(bytes.length);
        while (words.hasRemaining()) {
            address.putInt(words.getInt());
        }
        return InetAddress.getByAddress(address.array());
    }
}

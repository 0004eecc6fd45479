package dev.slipway.order;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The hospital H2002: it takes every call, and never comes to the end of an answer unless it refuses. */
final class StandInSlowHospital {
    private static final byte[] CHUNK = ("1000\r\n" + "x".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    private static final int PATIENCE_OF_A_DRIP = 300;

    enum Manner {
        /** A byte now and then, each in time. */
        DRIPS,
        /** Ever more, as fast as it is read. */
        ENDLESS,
        REFUSES
    }

    volatile Manner manner = Manner.REFUSES;

    private final ServerSocket server;

    StandInSlowHospital() {
        try {
            server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void start() {
        daemon(() -> {
            while (true) {
                Socket call = server.accept();
                daemon(() -> serve(call));
            }
        });
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException theOtherEndLeft) {
                        // It has had enough.
                    } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                    }
                },
                "slow-hospital");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket call) throws IOException, InterruptedException {
        try (call) {
            OutputStream out = call.getOutputStream();
            switch (manner) {
                case DRIPS -> drip(out);
                case ENDLESS -> pour(out);
                case REFUSES -> {
                    call.getInputStream().read(new byte[8192]);
                    say(out, "422 No", "Content-Length: 2\r\nConnection: close");
                    out.write("{}".getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }

    private void drip(OutputStream out) throws IOException, InterruptedException {
        say(out, "200 OK", "Content-Length: 1000");
        for (int sent = 0; sent < PATIENCE_OF_A_DRIP && manner == Manner.DRIPS; sent++) {
            Thread.sleep(200);
            out.write(' ');
            out.flush();
        }
    }

    private void pour(OutputStream out) throws IOException {
        say(out, "200 OK", "Transfer-Encoding: chunked");
        while (manner == Manner.ENDLESS) {
            out.write(CHUNK);
        }
    }

    private static void say(OutputStream out, String status, String headers) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}

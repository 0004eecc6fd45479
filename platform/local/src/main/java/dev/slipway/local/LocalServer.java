package dev.slipway.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One middleware server, run as one process in the foreground that listens on loopback only and keeps everything below
 * its data folder.
 *
 * <p>Order: {@link #prepare()}, start {@link #command()} with {@link #environment()} added, ask {@link #ready()} until
 * it says true, SIGTERM to stop. After a kill at any instruction the same order works again and finds the data.
 */
public interface LocalServer {

    /** Its name in the stack: {@code mysql}, {@code redis}, {@code mongodb}, {@code rabbitmq} or {@code nacos}. */
    String name();

    /**
     * Unpacks what is missing and writes the configuration; never touches data. Must not run while the server runs.
     *
     * @throws IOException when the folder can't be written, or the server's files are missing or not the pinned ones
     */
    void prepare() throws IOException;

    /** The process to start; carries no secret. */
    List<String> command();

    /** What to add to the process's environment; carries no secret. */
    Map<String, String> environment();

    /**
     * Whether it does its work for a caller with the right credentials now. Answers within about two seconds; anything
     * but success, refused credentials included, is {@code false}.
     */
    boolean ready();
}

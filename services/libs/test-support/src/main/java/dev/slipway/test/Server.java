package dev.slipway.test;

/** One running server and the ways it can fail. Its port stays the same; its data outlives all of them. */
public interface Server {

    String host();

    int port();

    /** Asks it to end and waits until it has. */
    void stop();

    /** Ends it at once, as {@code kill -9} does. */
    void kill();

    /** Starts it after {@link #stop} or {@link #kill} and waits until it is usable; does nothing to a running one. */
    void start();

    /** Stops it answering while its connections stay open, until {@link #resume}. */
    void pause();

    void resume();

    default String address() {
        return host() + ":" + port();
    }
}

package dev.slipway.platform.stack;

import java.util.List;
import java.util.Map;

/** What a supervisor is to run. */
public interface Stack {
    /** The port that callers from outside use. */
    int port();

    /** Where to go, by what is there. */
    Map<String, String> addresses();

    /** In the order in which they are shown. */
    List<Component> components();

    /**
     * What is to be done once everything is ready for the first time; runs beside the stack, and is interrupted when
     * the stack stops.
     */
    void afterSettling() throws Exception;

    /** Makes a stack in a data directory that no one else uses now. */
    interface Factory {
        Stack in(DataDirectory directory) throws Exception;
    }
}

package dev.slipway.platform.stack;

import dev.slipway.platform.stack.process.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** One process of the stack, as the supervisor sees it. */
public interface Component {
    String name();

    /** Components that have to be ready before this one starts, and that stop after it. */
    Set<String> needs();

    /** Components that this one calls at run time: it starts without them, and stops before them. */
    Set<String> uses();

    /** The port it answers on. */
    int port();

    /** From the start of the process until it has to be ready. */
    Duration readyWithin();

    Path log();

    /**
     * Makes everything that the process needs on disk and says how to start it. Called again before each start; may
     * take seconds.
     */
    Launch prepare() throws Exception;

    /**
     * What is missing for it to be usable, in a few words; empty when it is usable. Comes back within seconds; an
     * exception counts as not usable.
     */
    Optional<String> obstacle() throws Exception;
}

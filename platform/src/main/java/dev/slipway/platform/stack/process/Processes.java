package dev.slipway.platform.stack.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of one stack. No call ever reaches a process that does not belong to it. */
public interface Processes {
    /**
     * Starts a process in a session of its own.
     *
     * @throws IOException when the program cannot be started; the message says why
     */
    Child start(Launch launch) throws IOException;

    /** The process of this stack with this identity, if it is still alive. */
    Optional<Child> find(ProcessIdentity identity);

    /**
     * Living processes that carry this stack's mark, by component: its process and those that it has started; some may have been started by a supervisor that is
     * gone. Empty on systems that do not let one process read another's environment.
     */
    Map<String, List<Child>> marked();
}

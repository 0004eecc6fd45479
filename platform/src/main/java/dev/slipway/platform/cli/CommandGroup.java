package dev.slipway.platform.cli;

import java.util.List;

/** A command that only holds others, which are read when it is the one that was called. */
public interface CommandGroup {
    /** Objects of the same kinds as the commands of {@link Cli}. */
    List<Object> commands();
}

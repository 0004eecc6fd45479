package dev.slipway.platform.cli;

import dev.slipway.platform.report.ExitCode;

/**
 * What a command class does once its options are parsed. Implementations carry picocli's {@code @Command} and get what
 * they need through their constructor.
 */
public interface CliCommand {
    /**
     * Does the work.
     *
     * @return how it ended
     * @throws Exception {@link dev.slipway.platform.report.UserError} for failures whose cause is known; anything else
     *     is shown as unexpected and ends with {@link ExitCode#FAILED}
     */
    ExitCode run() throws Exception;
}

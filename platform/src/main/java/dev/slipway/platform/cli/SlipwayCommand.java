package dev.slipway.platform.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway} itself: holds the global options and the commands below it. */
@Command(
        name = "slipway",
        description = "Runs the stack on this machine and looks after its configuration.",
        footer = {
            "",
            "Examples:",
            "  slipway up                 build what is missing, start everything, say where to go",
            "  slipway smoke              walk through the running stack as a patient",
            "  slipway status -o json     what runs, for a program",
            "  slipway down               stop everything, keep the data"
        })
final class SlipwayCommand {
    @Mixin
    final GlobalOptions options;

    SlipwayCommand(GlobalOptions options) {
        this.options = options;
    }
}

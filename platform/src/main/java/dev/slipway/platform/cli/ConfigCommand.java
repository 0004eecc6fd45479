package dev.slipway.platform.cli;

import picocli.CommandLine.Command;

/** {@code slipway config}: holds the commands below it. */
@Command(
        name = "config",
        description = {
            "Bring deploy/config and Nacos together: settings of services, rules of Sentinel.",
            "Texts are compared by what they say; comments and layout alone are no difference."
        },
        footer = {
            "",
            "Examples:",
            "  slipway config diff        where files and Nacos differ, and who changed",
            "  slipway config push        the files to Nacos; running services follow at once",
            "  slipway config pull        what was edited in the Nacos console into the files"
        })
public final class ConfigCommand {}

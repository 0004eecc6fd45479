package dev.slipway.platform.cli;

import dev.slipway.platform.config.ConfigSync;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code slipway config push}. */
@Command(
        name = "push",
        description = {
            "Write to Nacos what changed in the files; running services follow at once.",
            "A document that was edited in the Nacos console meanwhile is refused by name, and nothing is written (exit 4)."
        },
        footer = {
            "",
            "Examples:",
            "  slipway config push",
            "  slipway config push --overwrite service-user.yaml     give up what was edited in the console"
        })
public final class ConfigPushCommand extends ConfigTransfer {
    public ConfigPushCommand(Session session) {
        super(session, "pushed");
    }

    @Override
    ConfigSync.Result transfer(ConfigSync sync, Set<String> overwritten) throws Exception {
        return sync.push(overwritten);
    }
}

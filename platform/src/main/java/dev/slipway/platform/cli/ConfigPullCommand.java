package dev.slipway.platform.cli;

import dev.slipway.platform.config.ConfigSync;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code slipway config pull}. */
@Command(
        name = "pull",
        description = {
            "Write to the files what was edited in the Nacos console, once it is valid; comments stay where lines do.",
            "A document that was changed in both is refused by name, and nothing is written (exit 4)."
        },
        footer = {
            "",
            "Examples:",
            "  slipway config pull",
            "  slipway config pull --overwrite service-user.yaml     give up what was changed in the file"
        })
public final class ConfigPullCommand extends ConfigTransfer {
    public ConfigPullCommand(Session session) {
        super(session, "pulled");
    }

    @Override
    ConfigSync.Result transfer(ConfigSync sync, Set<String> overwritten) throws Exception {
        return sync.pull(overwritten);
    }
}

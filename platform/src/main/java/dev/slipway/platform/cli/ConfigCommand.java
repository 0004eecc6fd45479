package dev.slipway.platform.cli;

import java.util.List;
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
public final class ConfigCommand implements CommandGroup {
    private final Session session;

    public ConfigCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<Object> commands() {
        return List.of(new ConfigDiffCommand(session), new ConfigPushCommand(session), new ConfigPullCommand(session));
    }
}

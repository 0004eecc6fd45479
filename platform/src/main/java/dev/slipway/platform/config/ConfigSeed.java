package dev.slipway.platform.config;

import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.stack.local.NacosFilling;
import dev.slipway.platform.workspace.Workspace;
import java.net.URI;
import java.security.SecureRandom;
import java.util.function.Consumer;

/** Gives a fresh Nacos the documents of the files; what it has had once is never written over, only reported. */
public final class ConfigSeed implements NacosFilling {
    private static final String ENVIRONMENT = "local";

    private final ConfigFiles files;
    private final Consumer<String> notes;

    private ConfigSeed(ConfigFiles files, Consumer<String> notes) {
        this.files = files;
        this.notes = notes;
    }

    /** @param notes told of each document that differs */
    public static ConfigSeed of(Workspace workspace, Consumer<String> notes) {
        return new ConfigSeed(new ConfigFiles(workspace.home(), Descriptions.load(workspace, ENVIRONMENT)), notes);
    }

    @Override
    public void fill(int nacosPort, String password) throws Exception {
        var store = new NacosStore(URI.create("http://127.0.0.1:" + nacosPort), password, new SecureRandom());
        new ConfigSync(files, store)
                .seed()
                .left()
                .forEach(line -> notes.accept(line.name() + " is " + line.drift() + "; see 'slipway config diff'"));
    }
}

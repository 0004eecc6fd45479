package dev.slipway.platform.cli;

import dev.slipway.platform.config.ConfigFiles;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.Rendering;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.workspace.Workspace;
import dev.slipway.platform.yaml.Document;
import java.io.IOException;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The option that says which environment of a cluster is meant, and what it consists of. */
public final class EnvironmentOption {
    @Option(
            names = {"-e", "--environment"},
            paramLabel = "ENV",
            description = "The environment, a folder of 'deploy', e.g. dev-ol.")
    String name = "";

    /** The checked description. */
    Environment description(Session session) {
        return document(session).orThrow();
    }

    /** The same with the places of its parts. */
    Document<Environment> document(Session session) {
        if (name.isEmpty()) {
            throw new UserError("missing option '--environment=ENV'", "name a folder of 'deploy'", ExitCode.USAGE);
        }
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new UserError("'" + name + "' names no environment", "name a folder of 'deploy'", ExitCode.USAGE);
        }
        Document<Environment> document = Descriptions.document(session.workspace(), name);
        if (document.orThrow().cluster() == null) {
            throw new UserError(
                    "the environment '" + name + "' is the one of this machine; it has no cluster",
                    "'slipway up' starts it; for a cluster name another environment",
                    ExitCode.USAGE);
        }
        return document;
    }

    /** Everything that the environment consists of, with the documents below {@code deploy/config} checked. */
    Manifests manifests(Session session, Environment environment, Variables variables) throws IOException {
        return Rendering.of(environment, variables, contents(session.workspace(), environment));
    }

    /** All documents are checked, and those carried that somebody reads there. */
    private static Contents contents(Workspace workspace, Environment environment) throws IOException {
        Environment all = Descriptions.load(workspace, "local");
        Set<String> read = ConfigFiles.read(workspace.home(), environment);
        var documents = new TreeMap<String, String>();
        new ConfigFiles(workspace.home(), all).load().forEach((name, entry) -> {
            if (read.contains(name)) {
                documents.put(name, entry.text());
            }
        });
        return new Contents(documents);
    }
}

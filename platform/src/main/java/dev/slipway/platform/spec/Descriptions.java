package dev.slipway.platform.spec;

import dev.slipway.platform.workspace.Workspace;
import dev.slipway.platform.yaml.Document;
import dev.slipway.platform.yaml.Yaml;

/** Loads descriptions of environments and refuses those that break a rule. */
public final class Descriptions {
    private Descriptions() {}

    /**
     * The checked description of an environment of the sources.
     *
     * @throws dev.slipway.platform.report.UserError with every fault of the file at its line and column
     */
    public static Environment load(Workspace workspace, String environment) {
        return document(workspace, environment).orThrow();
    }

    /** The same with the places of its parts, and all its faults. */
    public static Document<Environment> document(Workspace workspace, String environment) {
        String shownAs = "deploy/" + environment + "/platform.yaml";
        return checked(Yaml.read(workspace.description(environment), shownAs, Environment.class));
    }

    /** A description given as text, with all its faults. */
    public static Document<Environment> parse(String name, String text) {
        return checked(Yaml.parse(name, text, Environment.class));
    }

    private static Document<Environment> checked(Document<Environment> document) {
        return document.and(new DescriptionRules(document.outline()).faults());
    }
}

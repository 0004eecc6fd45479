package dev.slipway.platform.spec;

/** The forms of names that Kubernetes takes. */
public final class Names {
    static final String NAME = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";
    static final String NAME_ALLOWED = "lower-case letters, digits and dashes, at most 63";
    static final String DOMAIN = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";
    static final String DOMAIN_ALLOWED = "lower-case letters, digits, dashes and dots";

    /** Those of Kubernetes itself have no Pod Security and no policies that anybody else gives them. */
    static final String NAMESPACE = "(?!kube-|default$)" + NAME;

    static final String NAMESPACE_ALLOWED = NAME_ALLOWED + "; not 'default', nor 'kube-…'";

    private Names() {}
}

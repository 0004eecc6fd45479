package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Outline.Word;
import dev.slipway.platform.yaml.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Secrets of a service that somebody makes: as they lie beside its other secrets, none may hide another. */
final class HandMadeRules {
    private static final String SERVICES = "services";
    private static final String KEY = "handMadeSecrets";

    private final Outline outline;
    private final List<Problem> faults = new ArrayList<>();

    HandMadeRules(Outline outline) {
        this.outline = outline;
    }

    List<Problem> faults() {
        for (Word service : outline.keys(SERVICES)) {
            Map<String, String> owners = others(service.text());
            for (Word secret : outline.keys(SERVICES, service.text(), KEY)) {
                secret(service, secret, owners);
            }
        }
        return faults;
    }

    /** File → whose it is, of the files that it is given anyhow. */
    private Map<String, String> others(String service) {
        var owners = new HashMap<String, String>();
        if (outline.words(SERVICES, service, "partner").stream()
                .noneMatch(word -> word.text().equals("true"))) {
            owners.put("identity-key", "every service of the platform");
        }
        outline.words(SERVICES, service, "needs").forEach(need -> owners.put(need.text() + "-password", need.text()));
        outline.words(SERVICES, service, "secrets").forEach(secret -> owners.put(secret.text(), "'secrets'"));
        return owners;
    }

    private void secret(Word service, Word secret, Map<String, String> owners) {
        if (!secret.text().matches("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")) {
            faults.add(secret.problem("'" + secret.text()
                    + "' is no name of a Secret, allowed: lower-case letters, digits, dots and dashes"));
        }
        List<Word> keys = outline.words(SERVICES, service.text(), KEY, secret.text());
        if (keys.isEmpty()) {
            faults.add(
                    secret.problem(secret.text() + " has no keys, allowed: those that " + service.text() + " reads"));
        }
        for (Word key : keys) {
            if (!key.text().matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,252}")) {
                faults.add(key.problem("'" + key.text()
                        + "' is no key of a Secret, allowed: letters, digits, dots, dashes and underscores"));
            }
            String earlier = owners.putIfAbsent(key.text(), secret.text());
            if (earlier != null) {
                faults.add(key.problem(service.text() + " has a secret '" + key.text() + "' already, from " + earlier));
            }
        }
    }
}

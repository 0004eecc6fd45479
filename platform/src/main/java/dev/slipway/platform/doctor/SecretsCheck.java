package dev.slipway.platform.doctor;

import dev.slipway.platform.report.UserError;
import dev.slipway.platform.secrets.SecretsFile;
import java.util.List;

/** The secrets file, if there is one yet: whole, and closed to others. */
public record SecretsCheck(SecretsFile file) implements Check {
    @Override
    public List<Finding> look() {
        if (!file.exists()) {
            return List.of(Finding.ok("secrets", "none yet, the first 'slipway up' makes them"));
        }
        try {
            int count = file.read().names().size();
            return List.of(Finding.ok("secrets", count + " in a file of mode 600"));
        } catch (UserError e) {
            return List.of(Finding.problem("secrets", e.what(), e.fix()));
        }
    }
}

package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is foreseen of an apply, and that nothing is where nothing is. */
public record ForeseenCheck(List<Finding> foreseen) implements Check {
    private static final Map<String, String> IN_ORDER = inOrder();

    private static Map<String, String> inOrder() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("permissions", "everything that an apply does is permitted");
        texts.put("kinds", "the cluster knows all of them");
        texts.put("classes", "all that are named are there");
        texts.put("secrets", "all that somebody has to bring are there, and no certificate ends soon");
        texts.put("quota", "leaves room for all pods and volumes");
        texts.put("images", "none is known that nodes could not pull");
        texts.put("pod security", "no pod would be refused");
        return texts;
    }

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        IN_ORDER.forEach((check, text) -> {
            List<Finding> found = foreseen.stream()
                    .filter(finding -> finding.check().equals(check))
                    .toList();
            findings.addAll(found.isEmpty() ? List.of(Finding.ok(check, text)) : found);
        });
        return findings;
    }
}

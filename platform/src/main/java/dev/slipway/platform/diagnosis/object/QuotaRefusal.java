package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A refusal for want of quota, taken apart: each resource with what is asked for, used, and allowed. */
record QuotaRefusal(String quota, Map<String, String> requested, Map<String, String> used, Map<String, String> hard) {
    private static final Pattern FORM =
            Pattern.compile("exceeded quota: (\\S+), requested: (\\S+), used: (\\S+), limited: (\\S+)");

    static Optional<QuotaRefusal> in(String message) {
        return FORM.matcher(message)
                .results()
                .map(match -> new QuotaRefusal(
                        match.group(1), amounts(match.group(2)), amounts(match.group(3)), amounts(match.group(4))))
                .findFirst();
    }

    private static Map<String, String> amounts(String text) {
        var amounts = new LinkedHashMap<String, String>();
        for (String amount : text.split(",", -1)) {
            String[] parts = amount.split("=", 2);
            if (parts.length == 2) {
                amounts.put(parts[0], parts[1]);
            }
        }
        return amounts;
    }

    Diagnosis diagnosis(Scene scene) {
        var exceeded = new ArrayList<String>();
        requested.forEach((resource, asked) -> {
            if (exceeds(resource, asked)) {
                exceeded.add(resource);
            }
        });
        List<String> evidence = exceeded.stream()
                .map(resource -> resource + ": " + used.getOrDefault(resource, "0") + " used + "
                        + requested.getOrDefault(resource, "0") + " requested > " + hard.getOrDefault(resource, "0")
                        + " hard")
                .toList();
        return scene.says(
                Cause.QUOTA,
                "the quota " + quota + " leaves no room for its pods: " + String.join(", ", exceeded),
                evidence,
                exceeded.stream()
                                .map(QuotaKeys::of)
                                .distinct()
                                .map(scene.keys()::at)
                                .reduce((first, second) -> first + "; " + second)
                                .orElse(scene.keys().at("namespace.quota"))
                        + "; or less of it for others");
    }

    private boolean exceeds(String resource, String asked) {
        String limit = hard.get(resource);
        return limit != null
                && Quantity.getAmountInBytes(new Quantity(used.getOrDefault(resource, "0")))
                                .add(Quantity.getAmountInBytes(new Quantity(asked)))
                                .compareTo(Quantity.getAmountInBytes(new Quantity(limit)))
                        > 0;
    }
}

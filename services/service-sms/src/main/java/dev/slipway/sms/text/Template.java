package dev.slipway.sms.text;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message with named gaps, such as {@code {code}}. */
record Template(String text) {
    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z]+)}");

    Set<String> parameters() {
        return GAP.matcher(text).results().map(gap -> gap.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws IllegalArgumentException naming the parameters that are missing or not known; never their values */
    String fill(Map<String, String> values) {
        if (!parameters().equals(new TreeSet<>(values.keySet()))) {
            throw new IllegalArgumentException(
                    "parameters are " + parameters() + ", not " + new TreeSet<>(values.keySet()));
        }
        return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(values.getOrDefault(gap.group(1), "")));
    }
}

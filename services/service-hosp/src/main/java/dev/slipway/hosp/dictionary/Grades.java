package dev.slipway.hosp.dictionary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names of grades out of the dictionary, remembered for as long as the dictionary can't be asked. */
@Component
public class Grades {
    private static final String CODE = "hospital-grade";
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Dictionary dictionary;
    private final Clock clock;
    private volatile Names known = new Names(Map.of(), Instant.MIN);

    Grades(Dictionary dictionary, Clock clock) {
        this.dictionary = dictionary;
        this.clock = clock;
    }

    private record Names(Map<String, String> byValue, Instant asked) {}

    /** The value itself when no name is known. */
    public String name(String value) {
        Names names = known;
        Instant now = clock.instant();
        if (names.asked().isBefore(now.minus(FRESH))) {
            names = dictionary
                    .entries(CODE)
                    .map(entries -> new Names(byValue(entries), now))
                    .orElse(names);
            known = names;
        }
        return names.byValue().getOrDefault(value, value);
    }

    private static Map<String, String> byValue(List<Dictionary.Entry> entries) {
        return entries.stream()
                .collect(Collectors.toMap(Dictionary.Entry::value, Dictionary.Entry::name, (first, again) -> first));
    }
}

package dev.slipway.platform.lint;

import java.util.stream.Stream;

/** One rule for objects. */
record Rule(String name, String description, Check check) {
    /** Looks at one object among all. */
    interface Check {
        /** What is wrong with it, a text for each fault; nothing when it keeps the rule, or is not one that it speaks of. */
        Stream<String> faults(Subject subject, Surroundings surroundings);
    }

    Stream<Finding> findings(Subject subject, Surroundings surroundings) {
        return check.faults(subject, surroundings).map(what -> new Finding(name, subject.name(), what));
    }
}

package dev.slipway.platform.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The form of a text: a regular expression for the machine, a description of it for people. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Matches {
    String value();

    /** What is allowed, e.g. {@code "lower-case letters, digits and dashes"}. */
    String allowed();
}

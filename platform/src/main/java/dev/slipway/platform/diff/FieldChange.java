package dev.slipway.platform.diff;

/**
 * One field that would change.
 *
 * @param path e.g. {@code spec.template.spec.containers[0].image}
 * @param from as text; empty when the field is new
 * @param to empty when the field goes
 */
public record FieldChange(String path, String from, String to) {}

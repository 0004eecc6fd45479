package dev.slipway.web.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field as the client sent it, such as {@code emergencyContact.phone}
 * @param message what is wrong and what is allowed
 */
public record FieldProblem(String field, String message) {}

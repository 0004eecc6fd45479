package dev.slipway.platform.smoke;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a request was answered with.
 *
 * @param request method and path, for messages
 * @param type media type, empty when there is none
 * @param body a missing node when it is no JSON
 */
public record Answer(String request, int status, String type, JsonNode body) {
    public Answer expect(int expected) throws StepFailed {
        if (status != expected) {
            throw new StepFailed(request + " answered " + status + problem() + ", expected " + expected);
        }
        return this;
    }

    /** A refusal has to be a problem document with a stable code and a trace id. */
    Answer expectProblem(int expected) throws StepFailed {
        expect(expected);
        if (!type.startsWith("application/problem+json")) {
            throw new StepFailed(request + " answered " + status + " as '" + type + "', expected a problem document");
        }
        text("code");
        text("traceId");
        return this;
    }

    /** A field of the body, e.g. {@code /user/id}, that has to be there and not empty. */
    public String text(String field) throws StepFailed {
        JsonNode node = body.at(field.startsWith("/") ? field : "/" + field);
        if (node.isMissingNode() || node.isNull() || node.asText().isEmpty()) {
            throw new StepFailed(request + " answered without '" + field + "'");
        }
        return node.asText();
    }

    public JsonNode items() throws StepFailed {
        JsonNode items = body.path("items");
        if (!items.isArray()) {
            throw new StepFailed(request + " answered without a list of 'items'");
        }
        return items;
    }

    private String problem() {
        String detail = body.path("detail").asText();
        return (body.path("code").isMissingNode() ? "" : " " + body.path("code").asText())
                + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}

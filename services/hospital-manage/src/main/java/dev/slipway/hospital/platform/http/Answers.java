package dev.slipway.hospital.platform.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.hospital.platform.PlatformAnswer;
import dev.slipway.hospital.platform.PlatformAnswer.Accepted;
import dev.slipway.hospital.platform.PlatformAnswer.ItemResult;
import dev.slipway.hospital.platform.PlatformAnswer.Refused;
import dev.slipway.hospital.platform.PlatformAnswer.Unreachable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpResponse;

/** Reads answers of the platform; what can't be understood is no answer. */
final class Answers {
    private static final int LARGEST = 1024 * 1024;
    private static final int LONGEST_DETAIL = 300;

    private Answers() {}

    static PlatformAnswer read(ClientHttpResponse response, ObjectMapper json) throws IOException {
        int status = response.getStatusCode().value();
        byte[] body = response.getBody().readNBytes(LARGEST);
        if (response.getStatusCode().is5xxServerError() || status == HttpStatus.TOO_MANY_REQUESTS.value()) {
            return new Unreachable("HTTP " + status);
        }
        return response.getStatusCode().is2xxSuccessful() ? accepted(body, json) : refused(status, body, json);
    }

    private static PlatformAnswer accepted(byte[] body, ObjectMapper json) {
        if (body.length == 0) {
            return new Accepted(List.of());
        }
        try {
            List<ItemResult> items = json.readValue(body, Results.class).items();
            return new Accepted(items == null ? List.of() : items);
        } catch (IOException notAsDocumented) {
            return new Unreachable("The answer is not as documented");
        }
    }

    private static PlatformAnswer refused(int status, byte[] body, ObjectMapper json) {
        JsonNode problem;
        try {
            problem = json.readTree(body);
        } catch (IOException notAProblem) {
            problem = json.createObjectNode();
        }
        String detail = problem.path("detail").asText("HTTP " + status);
        String errors = problem.path("errors").isEmpty() ? "" : " " + text(problem.path("errors"), json);
        return new Refused(status, problem.path("code").asText(""), cut(detail + errors));
    }

    private static String text(JsonNode errors, ObjectMapper json) {
        try {
            return json.writeValueAsString(errors);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Results(@Nullable List<ItemResult> items) {}
}

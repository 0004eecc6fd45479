package dev.slipway.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Writes a problem where no controller is involved, as in a security filter. */
public final class ProblemResponses {
    private final Problems problems;
    private final ObjectMapper json;

    public ProblemResponses(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Answers with the common words for {@code status}. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        write(request, response, status, StatusCodes.code(status), StatusCodes.detail(status));
    }

    /**
     * @param code stable word that clients may branch on
     * @param detail one sentence for a human; nothing from inside
     */
    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(), problems.problem(status, code, detail, request.getRequestURI(), List.of()));
    }
}

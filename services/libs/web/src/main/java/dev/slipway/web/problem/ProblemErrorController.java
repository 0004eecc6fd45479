package dev.slipway.web.problem;

import dev.slipway.web.trace.TraceIds;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Problems for what fails outside of any controller: filters and the container itself. */
@Hidden
@RestController
class ProblemErrorController implements ErrorController {
    private final Problems problems;
    private final TraceIds traceIds;

    ProblemErrorController(Problems problems, TraceIds traceIds) {
        this.problems = problems;
        this.traceIds = traceIds;
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String traceId = traceId(response);
        ProblemDetail body = problems.refusal(status, path == null ? null : path.toString(), traceId);
        return ResponseEntity.status(status)
                .header(TraceIds.HEADER, traceId)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    /** The request's span has ended when an error is dispatched; its id is on the answer by then. */
    private String traceId(HttpServletResponse response) {
        String known = response.getHeader(TraceIds.HEADER);
        return known == null ? traceIds.current() : known;
    }

    private static HttpStatus status(Object code) {
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}

package dev.slipway.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.web.trace.TraceIds;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Problems in place of Tomcat's own pages, for what Tomcat refuses itself: an encoded slash in a path, headers that are
 * too large, a malformed request line. No filter sees those.
 */
final class ProblemValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

    private final Problems problems;
    private final TraceIds traceIds;
    private final ObjectMapper json;

    ProblemValve(Problems problems, TraceIds traceIds, ObjectMapper json) {
        this.problems = problems;
        this.traceIds = traceIds;
        this.json = json;
    }

    /** What is refused by now is not shown to the application: its error page would echo a TRACE. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.isErrorReportRequired()) {
            response.setSuspended(false);
            report(request, response, null);
        } else {
            super.invoke(request, response);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        boolean answered = response.getStatus() < 400 || response.getContentWritten() > 0;
        if (answered || !response.setErrorReported() || !canWrite(response)) {
            return;
        }
        try {
            write(request, response);
        } catch (IOException gone) {
            LOG.debug("The client is gone", gone);
        }
    }

    private static boolean canWrite(Response response) {
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    private void write(Request request, Response response) throws IOException {
        HttpStatus status = status(response.getStatus());
        String known = response.getHeader(TraceIds.HEADER);
        String traceId = known == null ? traceIds.fresh() : known;
        LOG.info("Answered {} before any controller was asked, trace {}", status.value(), traceId);
        response.setHeader(TraceIds.HEADER, traceId);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(problems.refusal(status, request.getRequestURI(), traceId));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
    }

    private static HttpStatus status(int code) {
        HttpStatus known = HttpStatus.resolve(code);
        if (known != null) {
            return known;
        }
        return code < 500 ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
    }
}

package dev.slipway.web.problem;

import java.net.SocketException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * 503 while a database or cache is away, too slow or too busy: the call may be repeated, and is no defect. A service's
 * own advice goes first where it is ordered before {@value #ORDER}.
 */
@RestControllerAdvice
@Order(UnavailableAdvice.ORDER)
class UnavailableAdvice {
    static final int ORDER = 0;

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableAdvice.class);
    private static final String QUERY_INTERRUPTED = "70100";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Problems problems;
    private final ProblemAdvice others;

    UnavailableAdvice(Problems problems, ProblemAdvice others) {
        this.problems = problems;
        this.others = others;
    }

    /**
     * One line without a stack trace: while the database is away, each call comes here. When a connection breaks in the
     * middle of a transaction, rolling back fails as well, and that is what is thrown.
     */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessResourceException.class,
        RecoverableDataAccessException.class,
        QueryTimeoutException.class,
        PessimisticLockingFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<Object> away(Exception away, ServletWebRequest request) {
        LOG.warn("Not available: {}: {}", request.getDescription(false), cause(away));
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        String path = request.getRequest().getRequestURI();
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(SOON.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.problem(status, StatusCodes.code(status), StatusCodes.detail(status), path, List.of()));
    }

    /** What Redis' client makes of a connection that breaks under a command, and JDBC of a query that is broken off. */
    @ExceptionHandler
    ResponseEntity<Object> unsorted(UncategorizedDataAccessException failure, ServletWebRequest request) {
        Throwable cause = failure.getMostSpecificCause();
        return cause instanceof SocketException || brokenOff(cause)
                ? away(failure, request)
                : others.unexpected(failure, request);
    }

    /** MySQL does so with what it is at, before it stops and closes the connections. */
    private static boolean brokenOff(Throwable cause) {
        return cause instanceof SQLException query && QUERY_INTERRUPTED.equals(query.getSQLState());
    }

    private static String cause(Exception away) {
        String text = NestedExceptionUtils.getMostSpecificCause(away).toString();
        return text.lines().findFirst().orElse(text);
    }
}

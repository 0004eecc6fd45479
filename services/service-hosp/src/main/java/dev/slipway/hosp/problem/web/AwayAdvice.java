package dev.slipway.hosp.problem.web;

import dev.slipway.hosp.hospital.ChangedMeanwhile;
import dev.slipway.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A store that can't be reached is nobody's mistake: 503, and what it was stays in the log. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AwayAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(AwayAdvice.class);

    private final Problems problems;

    AwayAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        RecoverableDataAccessException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> away(RuntimeException away, HttpServletRequest request) {
        LOG.error("A store is away", away);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The hospitals are not available at the moment; try again later.",
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changed(ChangedMeanwhile changed, HttpServletRequest request) {
        return answer(
                HttpStatus.CONFLICT, "changed-meanwhile", "It was changed by others meanwhile; try again.", request);
    }

    private ResponseEntity<ProblemDetail> answer(
            HttpStatus status, String code, String detail, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.problem(status, code, detail, request.getRequestURI(), List.of()));
    }
}

package dev.slipway.web.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a controller throws into a problem; what nobody expected is logged and told apart by trace id only. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String INVALID = "invalid-request";
    private static final String INVALID_FIELDS = "The request has invalid fields.";

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refusal, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (refusal.retryAfter() != null) {
            long millis = Math.max(1, refusal.retryAfter().toMillis());
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString((millis + 999) / 1000));
        }
        return answer(refusal.status(), refusal.code(), refusal.detail(), refusal.errors(), headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> constraint(ConstraintViolationException violations, WebRequest request) {
        List<FieldProblem> errors = violations.getConstraintViolations().stream()
                .map(v -> new FieldProblem(v.getPropertyPath().toString(), v.getMessage()))
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
        return answer(HttpStatus.BAD_REQUEST, INVALID, INVALID_FIELDS, errors, new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception defect, WebRequest request) {
        LOG.error("Request failed: {}", request.getDescription(false), defect);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong here; the trace id finds it in the logs.",
                List.of(),
                new HttpHeaders(),
                request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = Stream.concat(
                        invalid.getFieldErrors().stream()
                                .map(e -> new FieldProblem(e.getField(), String.valueOf(e.getDefaultMessage()))),
                        invalid.getGlobalErrors().stream()
                                .map(e -> new FieldProblem(e.getObjectName(), String.valueOf(e.getDefaultMessage()))))
                .toList();
        return answer(HttpStatus.BAD_REQUEST, INVALID, INVALID_FIELDS, errors, headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result instanceof ParameterErrors bean
                        ? bean.getFieldErrors().stream()
                                .map(e -> new FieldProblem(e.getField(), String.valueOf(e.getDefaultMessage())))
                        : result.getResolvableErrors().stream()
                                .map(e -> new FieldProblem(
                                        String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                        String.valueOf(e.getDefaultMessage()))))
                .toList();
        return answer(HttpStatus.BAD_REQUEST, INVALID, INVALID_FIELDS, errors, headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        List<FieldProblem> errors = List.of(new FieldProblem(field, "has the wrong type"));
        return answer(HttpStatus.BAD_REQUEST, INVALID, INVALID_FIELDS, errors, headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Throwable cause = unreadable.getMostSpecificCause();
        if (unreadable.getCause() instanceof JsonMappingException mapping && !(cause instanceof JsonParseException)) {
            List<FieldProblem> errors = List.of(new FieldProblem(fieldPath(mapping), mappingMessage(mapping)));
            return answer(HttpStatus.BAD_REQUEST, INVALID, INVALID_FIELDS, errors, headers, request);
        }
        return answer(
                HttpStatus.BAD_REQUEST,
                "malformed-json",
                "The body is missing or is not well-formed JSON.",
                List.of(),
                headers,
                request);
    }

    private static String fieldPath(JsonMappingException mapping) {
        String path = mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? "." + step.getFieldName() : "[" + step.getIndex() + "]")
                .collect(Collectors.joining());
        return path.isEmpty() ? "(body)" : path.startsWith(".") ? path.substring(1) : path;
    }

    private static String mappingMessage(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
            return "is not a known field; known are " + known;
        }
        return "has the wrong type or a value that is not allowed";
    }

    /** The framework's own refusals: 404, 405, 406, 413, 415 and the like. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        if (known.is5xxServerError()) {
            LOG.error("Request failed: {}", request.getDescription(false), refused);
        }
        return answer(known, StatusCodes.code(known), StatusCodes.detail(known), List.of(), headers, request);
    }

    private ResponseEntity<Object> answer(
            HttpStatus status,
            String code,
            String detail,
            List<FieldProblem> errors,
            HttpHeaders headers,
            WebRequest request) {
        String path = ((ServletWebRequest) request).getRequest().getRequestURI();
        ProblemDetail body = problems.problem(status, code, detail, path, errors);
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}

package dev.slipway.security.signature;

import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.Role;
import dev.slipway.security.signature.SignatureVerdict.Genuine;
import dev.slipway.security.signature.SignatureVerdict.Refused;
import dev.slipway.web.problem.ProblemResponses;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets only genuine requests to the signed paths pass, each as a caller with the role {@link Role#HOSPITAL}. */
public final class SignatureFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureFilter.class);

    /** A batch of 500 items is far below; the body has to be held in memory to be checked. */
    private static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final SignatureCheck check;
    private final ProblemResponses problems;
    private final String prefix;
    private final Consumer<Caller> authenticated;

    /**
     * @param prefix start of the signed paths, such as {@code /openapi/}
     * @param authenticated makes the caller the authenticated one of the running request
     */
    public SignatureFilter(
            SignatureCheck check, ProblemResponses problems, String prefix, Consumer<Caller> authenticated) {
        this.check = check;
        this.problems = problems;
        this.prefix = prefix;
        this.authenticated = authenticated;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(prefix);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE);
            return;
        }
        SignatureVerdict verdict;
        try {
            verdict = check.check(
                    request::getHeader, request.getMethod(), request.getRequestURI(), request.getQueryString(), body);
        } catch (RuntimeException keysOrNoncesAway) {
            LOG.warn("A signature can't be checked at the moment: {}", keysOrNoncesAway.toString());
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        if (verdict instanceof Refused refused) {
            problems.write(request, response, HttpStatus.UNAUTHORIZED, refused.code(), refused.detail());
        } else if (verdict instanceof Genuine genuine) {
            authenticated.accept(new Caller(genuine.owner(), Set.of(Role.HOSPITAL), ""));
            chain.doFilter(new BufferedRequest(request, body), response);
        }
    }
}

package dev.slipway.security.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the caller of a valid identity header the authenticated one; any other header counts as none. */
final class IdentityFilter extends OncePerRequestFilter {
    private final IdentityTokens tokens;

    IdentityFilter(IdentityTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(IdentityTokens.HEADER);
        if (header != null) {
            tokens.verify(header).ifPresent(CallerAuthentication::authenticate);
        }
        chain.doFilter(request, response);
    }

    /** Async and error dispatches keep the caller. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

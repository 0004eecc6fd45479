package dev.slipway.user.signin;

import dev.slipway.user.account.Accounts;
import dev.slipway.user.operator.Operators;
import dev.slipway.user.session.Owner;
import dev.slipway.user.session.Refresh;
import dev.slipway.user.session.RefreshToken;
import dev.slipway.user.session.SessionDesk;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Renews a session's token pair. */
@Component
public class SessionRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(SessionRefresh.class);

    private final SessionDesk sessions;
    private final Accounts accounts;
    private final Operators operators;
    private final MeterRegistry meters;

    SessionRefresh(SessionDesk sessions, Accounts accounts, Operators operators, MeterRegistry meters) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.operators = operators;
        this.meters = meters;
    }

    /** {@link SignInOutcome.Refused} for any token that is not good, or no longer. */
    public SignInOutcome refresh(RefreshToken token) {
        Refresh outcome = sessions.refresh(token);
        if (outcome instanceof Refresh.Renewed renewed) {
            return user(renewed.owner())
                    .<SignInOutcome>map(user -> new SignInOutcome.SignedIn(user, renewed.tokens()))
                    .orElseGet(SignInOutcome.Refused::new);
        }
        if (outcome instanceof Refresh.Reused reused) {
            meters.counter("slipway.refresh.reuses").increment();
            LOG.warn("A refresh token was used twice; session {} is ended", reused.sessionId());
        }
        return new SignInOutcome.Refused();
    }

    private Optional<SignedInUser> user(Owner owner) {
        return switch (owner.kind()) {
            case ACCOUNT -> accounts.find(owner.id()).map(SignedInUser::of);
            case OPERATOR -> operators.find(owner.id()).map(SignedInUser::of);
        };
    }
}

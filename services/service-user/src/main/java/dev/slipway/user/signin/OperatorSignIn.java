package dev.slipway.user.signin;

import dev.slipway.user.operator.Operator;
import dev.slipway.user.operator.OperatorDesk;
import dev.slipway.user.operator.OperatorDesk.Check;
import dev.slipway.user.session.Owner;
import dev.slipway.user.session.SessionDesk;
import dev.slipway.user.signin.SignInRecord.Kind;
import dev.slipway.user.signin.SignInRecord.Outcome;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Signs in an operator by user name and password. */
@Component
public class OperatorSignIn {
    private final OperatorDesk desk;
    private final SessionDesk sessions;
    private final SignInLog log;
    private final TransactionTemplate transaction;

    OperatorSignIn(OperatorDesk desk, SessionDesk sessions, SignInLog log, TransactionTemplate transaction) {
        this.desk = desk;
        this.sessions = sessions;
        this.log = log;
        this.transaction = transaction;
    }

    public SignInOutcome signIn(String username, String password, String address) {
        Check check = desk.check(username, password);
        if (check instanceof Check.Right right) {
            return open(right.operator(), address);
        }
        if (check instanceof Check.LockedOut out) {
            log.count(Kind.OPERATOR, Outcome.LOCKED);
            return new SignInOutcome.LockedOut(out.retryAfter());
        }
        if (check instanceof Check.Busy) {
            return new SignInOutcome.Busy();
        }
        log.record(Kind.OPERATOR, Outcome.REFUSED, address, null, null);
        return new SignInOutcome.Refused();
    }

    private SignInOutcome open(Operator operator, String address) {
        return Objects.requireNonNull(transaction.execute(status -> {
            log.record(Kind.OPERATOR, Outcome.SIGNED_IN, address, operator.id(), null);
            return new SignInOutcome.SignedIn(SignedInUser.of(operator), sessions.open(Owner.operator(operator.id())));
        }));
    }
}

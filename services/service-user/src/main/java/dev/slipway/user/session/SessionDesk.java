package dev.slipway.user.session;

import dev.slipway.user.session.PendingRevocations.Pending;
import dev.slipway.user.token.AccessTokens;
import dev.slipway.user.token.TokenSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens, renews and ends sessions. */
@Component
public class SessionDesk {
    private final Sessions sessions;
    private final RefreshTokens refreshTokens;
    private final AccessTokens accessTokens;
    private final Revocations revocations;
    private final TokenSettings settings;
    private final TransactionTemplate transaction;
    private final SecureRandom random;
    private final Supplier<UUID> ids;
    private final Clock clock;

    SessionDesk(
            Sessions sessions,
            RefreshTokens refreshTokens,
            AccessTokens accessTokens,
            Revocations revocations,
            TokenSettings settings,
            TransactionTemplate transaction,
            SecureRandom random,
            Supplier<UUID> ids,
            Clock clock) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.accessTokens = accessTokens;
        this.revocations = revocations;
        this.settings = settings;
        this.transaction = transaction;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the caller's transaction, which holds the owner, so that a lock can't slip in between. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SessionTokens open(Owner owner) {
        Instant now = clock.instant();
        Session session = new Session(ids.get().toString(), owner, now, now.plus(settings.refreshLifetime()));
        sessions.add(session);
        return tokens(session);
    }

    /** Of two refreshes with the same token one renews; the other is a reuse and ends the session. */
    public Refresh refresh(RefreshToken presented) {
        List<Pending> decided = new ArrayList<>();
        Refresh outcome = Objects.requireNonNull(transaction.execute(status -> refresh(presented.hash(), decided)));
        revocations.deliver(decided);
        return outcome;
    }

    private Refresh refresh(String hash, List<Pending> decided) {
        Instant now = clock.instant();
        Session session = refreshTokens
                .sessionOf(hash)
                .flatMap(id -> sessions.alive(id, now))
                .orElse(null);
        if (session == null) {
            return new Refresh.Refused();
        }
        if (refreshTokens.use(hash, now)) {
            sessions.prolong(session.id(), now.plus(settings.refreshLifetime()));
            return new Refresh.Renewed(session.owner(), tokens(session));
        }
        if (!refreshTokens.wasUsed(hash)) {
            return new Refresh.Refused();
        }
        sessions.end(session.id(), session.owner().id(), EndReason.TOKEN_REUSED);
        decided.addAll(revocations.decide(List.of(Revocations.ofSession(session.id()))));
        return new Refresh.Reused(session.id());
    }

    private SessionTokens tokens(Session session) {
        RefreshToken refresh = RefreshToken.random(random);
        refreshTokens.add(refresh.hash(), session.id(), clock.instant().plus(settings.refreshLifetime()));
        Owner owner = session.owner();
        return new SessionTokens(
                accessTokens.issue(owner.id(), session.id(), owner.kind().role()), refresh);
    }

    /** Ends the caller's session; again is no error. */
    public void signOut(String sessionId, String ownerId) {
        revocations.deliver(Objects.requireNonNull(
                transaction.execute(status -> sessions.end(sessionId, ownerId, EndReason.SIGNED_OUT)
                        ? revocations.decide(List.of(Revocations.ofSession(sessionId)))
                        : List.<Pending>of())));
    }

    /**
     * Runs {@code lock} and, when it says so, ends all of the owner's sessions in the same transaction. The owner must
     * stay locked until the commit, so that no session is opened meanwhile.
     *
     * @return what {@code lock} returned
     */
    public boolean endAllOf(String ownerId, Supplier<Boolean> lock) {
        List<Pending> decided = new ArrayList<>();
        boolean locked = Objects.requireNonNull(transaction.execute(status -> {
            boolean done = lock.get();
            if (done) {
                decided.addAll(revocations.decide(endAllOf(ownerId)));
            }
            return done;
        }));
        revocations.deliver(decided);
        return locked;
    }

    private List<String> endAllOf(String ownerId) {
        List<String> members = new ArrayList<>();
        members.add(Revocations.ofOwner(ownerId));
        sessions.endAllOf(ownerId, EndReason.LOCKED).forEach(id -> members.add(Revocations.ofSession(id)));
        return members;
    }
}

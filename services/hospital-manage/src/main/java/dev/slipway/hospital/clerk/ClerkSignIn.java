package dev.slipway.hospital.clerk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks passwords, at the same cost for a name that does not exist; five wrong ones lock a name for 15 minutes. */
@Component
public class ClerkSignIn implements AuthenticationProvider {
    /** What a clerk may do, in Spring Security's terms without its prefix. */
    public static final String ROLE = "CLERK";

    private static final int HASHES_AT_ONCE = 2;
    private static final int LONGEST = 200;

    private final Clerks clerks;
    private final ClerkAttempts attempts;
    private final PasswordEncoder passwords;
    private final String nobodysHash;
    /** The hash is slow on purpose: guesses may not take all processors. */
    private final Semaphore turns = new Semaphore(HASHES_AT_ONCE, true);

    ClerkSignIn(Clerks clerks, ClerkAttempts attempts, PasswordEncoder passwords) {
        this.clerks = clerks;
        this.attempts = attempts;
        this.passwords = passwords;
        this.nobodysHash = passwords.encode("a password that no clerk has");
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        String username = cut(claim.getName());
        if (attempts.begin(username).isPresent()) {
            throw new LockedException("Locked out");
        }
        Optional<Clerk> clerk = clerks.named(username);
        String password = cut(String.valueOf(claim.getCredentials()));
        boolean right = matches(password, clerk.map(Clerk::passwordHash).orElse(nobodysHash));
        if (clerk.isEmpty() || !right) {
            throw new BadCredentialsException("Wrong");
        }
        attempts.succeeded(username);
        return UsernamePasswordAuthenticationToken.authenticated(
                username, "", List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private boolean matches(String password, String hash) {
        turns.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            turns.release();
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

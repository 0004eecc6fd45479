package dev.slipway.hospital.clerk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes the clerk {@code clerk} at the first start, with the secret {@code clerk-password}. */
@Component
class FirstClerk implements ApplicationRunner {
    static final String USERNAME = "clerk";

    private static final Logger LOG = LoggerFactory.getLogger(FirstClerk.class);

    private final Clerks clerks;
    private final PasswordEncoder passwords;
    private final Environment environment;

    FirstClerk(Clerks clerks, PasswordEncoder passwords, Environment environment) {
        this.clerks = clerks;
        this.passwords = passwords;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (clerks.named(USERNAME).isEmpty()) {
            clerks.add(new Clerk(USERNAME, passwords.encode(environment.getRequiredProperty("clerk-password"))));
            LOG.info("Made the first clerk, user name {}", USERNAME);
        }
    }
}

package dev.slipway.user.operator;

import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes the operator {@code operator} at the first start, with the secret {@code operator-password}. */
@Component
class FirstOperator implements ApplicationRunner {
    static final String USERNAME = "operator";

    private static final Logger LOG = LoggerFactory.getLogger(FirstOperator.class);

    private final Operators operators;
    private final PasswordEncoder passwords;
    private final Environment environment;
    private final Supplier<UUID> ids;

    FirstOperator(Operators operators, PasswordEncoder passwords, Environment environment, Supplier<UUID> ids) {
        this.operators = operators;
        this.passwords = passwords;
        this.environment = environment;
        this.ids = ids;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (operators.named(USERNAME).isEmpty()) {
            String hash = passwords.encode(environment.getRequiredProperty("operator-password"));
            operators.add(new Operator(ids.get().toString(), USERNAME, "Operator", hash));
            LOG.info("Made the first operator, user name {}", USERNAME);
        }
    }
}

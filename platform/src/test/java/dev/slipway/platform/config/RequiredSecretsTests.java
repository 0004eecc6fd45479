package dev.slipway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.secrets.SecretPlan;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Service;
import dev.slipway.platform.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A service does not start without what it requires: what it is given and does not require might be missing unnoticed. */
class RequiredSecretsTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    /** All are given it, also one that neither calls a service nor is called by one. */
    private static final String IDENTITY_KEY = "identity-key";

    @TestFactory
    Stream<DynamicTest> eachServiceRequiresWhatItIsGiven() {
        return Descriptions.load(new Workspace(HOME, HOME.resolve(".slipway")), "local").services().entrySet().stream()
                .map(service -> DynamicTest.dynamicTest(
                        service.getKey(), () -> requiresWhatItIsGiven(service.getKey(), service.getValue())));
    }

    private static void requiresWhatItIsGiven(String name, Service service) {
        ServiceSettings settings = ServiceSettings.read(HOME.resolve(service.moduleOf(name)));
        Set<String> given = SecretPlan.filesOf(service).keySet();
        Set<String> needed = new HashSet<>(given);
        needed.remove(IDENTITY_KEY);

        assertThat(settings.values().get("slipway.secrets.required"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .isSubsetOf(given)
                .containsAll(needed);
    }
}

package dev.slipway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.secrets.SecretPlan;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Service;
import dev.slipway.platform.workspace.Workspace;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A service is given what it requires, without which it does not start, and nothing else. */
class RequiredSecretsTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> eachServiceRequiresWhatItIsGiven() {
        return Descriptions.load(new Workspace(HOME, HOME.resolve(".slipway")), "local").services().entrySet().stream()
                .map(service -> DynamicTest.dynamicTest(
                        service.getKey(), () -> requiresWhatItIsGiven(service.getKey(), service.getValue())));
    }

    private static void requiresWhatItIsGiven(String name, Service service) {
        ServiceSettings settings = ServiceSettings.read(HOME.resolve(service.moduleOf(name)));

        assertThat(settings.values().get("slipway.secrets.required"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrderElementsOf(
                        SecretPlan.filesOf(name, service).keySet());
    }
}

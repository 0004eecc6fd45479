package dev.slipway.platform.stack.local;

import dev.slipway.platform.secrets.SecretPlan;
import dev.slipway.platform.secrets.SecretsFile;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.Stack;
import dev.slipway.platform.stack.port.FreePorts;
import dev.slipway.platform.stack.port.PortBook;
import dev.slipway.platform.stack.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Makes the stack that a description and the command line ask for.
 *
 * @param chosen names of the components to run
 * @param entryPort where callers from outside come in
 * @param home root of the built sources
 */
public record LocalStackFactory(
        Environment environment,
        Set<String> chosen,
        int entryPort,
        Path home,
        SecretsFile secrets,
        NacosFilling filling,
        Processes processes,
        RandomGenerator random)
        implements Stack.Factory {
    @Override
    public Stack in(DataDirectory directory) throws IOException {
        var book = new PortBook(directory.root().resolve("ports.json"), FreePorts::free, random);
        StackPorts ports = StackPorts.choose(environment, entryPort, book);
        var values = secrets.ensure(SecretPlan.names(environment));
        return new LocalStack(environment, chosen, home, directory, ports, values, processes, filling);
    }
}

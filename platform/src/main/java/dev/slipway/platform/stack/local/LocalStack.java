package dev.slipway.platform.stack.local;

import dev.slipway.platform.secrets.Secrets;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.Middleware;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Service;
import dev.slipway.platform.stack.Component;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.Stack;
import dev.slipway.platform.stack.app.Apps;
import dev.slipway.platform.stack.app.Jvm;
import dev.slipway.platform.stack.process.Processes;
import dev.slipway.platform.stack.readiness.Http;
import dev.slipway.platform.stack.readiness.NacosCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stack of one description in one data directory. */
public final class LocalStack implements Stack {
    /** Answered by {@code service-cmn} to anyone: shows that requests go through. */
    private static final String ROUTED_SERVICE = "service-cmn";

    private static final String ROUTED_PATH = "/api/dictionaries/province";

    private final Environment environment;
    private final Set<String> chosen;
    private final Path home;
    private final DataDirectory directory;
    private final StackPorts ports;
    private final Secrets secrets;
    private final Processes processes;
    private final NacosFilling filling;
    private final Jvm jvm = Jvm.current();
    private final Http http = new Http();
    private final Apps apps;
    private final ServerFactory servers;
    private volatile boolean filled;
    private final List<MiddlewareComponent> middleware = new ArrayList<>();
    private final List<ServiceComponent> services = new ArrayList<>();

    /** @param chosen names of the components to run */
    LocalStack(
            Environment environment,
            Set<String> chosen,
            Path home,
            DataDirectory directory,
            StackPorts ports,
            Secrets secrets,
            Processes processes,
            NacosFilling filling) {
        this.environment = environment;
        this.chosen = chosen;
        this.home = home;
        this.directory = directory;
        this.ports = ports;
        this.secrets = secrets;
        this.processes = processes;
        this.filling = filling;
        this.apps = new Apps(directory.apps(), jvm, processes);
        this.servers = new ServerFactory(environment, home, directory.root().resolve("binaries"), secrets);
        addMiddleware();
        addServices();
    }

    /** Every component of a description with what it needs. */
    public static Map<String, List<String>> needs(Environment environment) {
        var needs = new LinkedHashMap<String, List<String>>();
        environment.middleware().forEach((kind, described) -> needs.put(kind.toString(), described.needs()));
        environment.services().forEach((name, described) -> needs.put(name, described.needs()));
        return needs;
    }

    @Override
    public int port() {
        return ports.of(environment.entry());
    }

    @Override
    public Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        if (chosen.contains(environment.entry())) {
            addresses.put("gateway", "http://127.0.0.1:" + port());
            addresses.put("docs", "http://127.0.0.1:" + port() + "/docs");
        }
        if (chosen.contains("nacos")) {
            addresses.put("nacos", "http://127.0.0.1:" + ports.of("nacos/console"));
        }
        return addresses;
    }

    @Override
    public List<Component> components() {
        var all = new ArrayList<Component>(middleware);
        all.addAll(services);
        return all;
    }

    @Override
    public void afterSettling() throws Exception {
        var recorder = new CacheRecorder(processes, directory, servers);
        var used = new LinkedHashSet<Path>();
        for (ServiceComponent service : services) {
            used.add(service.process().program());
            used.add(service.process().cache().file());
        }
        for (MiddlewareComponent server : middleware) {
            server.cache().ifPresent(cache -> used.add(cache.file()));
        }
        apps.tidy(chosen, used);
        for (ServiceComponent service : services) {
            recorder.record(service.process());
        }
        for (MiddlewareComponent server : middleware) {
            recorder.record(server);
        }
    }

    private void addMiddleware() {
        for (Map.Entry<MiddlewareKind, Middleware> each :
                environment.middleware().entrySet()) {
            MiddlewareKind kind = each.getKey();
            String name = kind.toString();
            if (chosen.contains(name)) {
                Path data = directory.store(name);
                middleware.add(new MiddlewareComponent(
                        servers.server(kind, data, ports),
                        Set.copyOf(each.getValue().needs()),
                        ports.of(name),
                        data,
                        directory.log(name),
                        apps,
                        kind == MiddlewareKind.NACOS ? this::fillOnce : () -> {}));
            }
        }
    }

    /** Its data outlives it: what was filled stays filled. */
    private void fillOnce() throws Exception {
        if (!filled) {
            filling.fill(ports.of("nacos"), secrets.value("nacos-password"));
            filled = true;
        }
    }

    private void addServices() {
        NacosCatalogue catalogue = chosen.contains("nacos")
                ? new NacosCatalogue(http, ports.of("nacos"), secrets.value("nacos-password"))
                : null;
        environment.services().forEach((name, service) -> {
            if (chosen.contains(name)) {
                services.add(service(name, service, catalogue));
            }
        });
    }

    private ServiceComponent service(String name, Service service, @Nullable NacosCatalogue catalogue) {
        var process = new ServiceProcess(name, service, environment, home, directory, ports, secrets, apps, jvm);
        Set<String> uses = new LinkedHashSet<>();
        if (service.entry()) {
            uses.addAll(environment.services().keySet());
            uses.remove(name);
        }
        boolean routes = service.entry() && chosen.contains(ROUTED_SERVICE);
        return new ServiceComponent(
                process, Set.copyOf(service.needs()), uses, catalogue, http, routes ? ROUTED_PATH : null);
    }
}

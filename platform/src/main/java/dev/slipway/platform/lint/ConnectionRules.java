package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a server lets in all that its clients may send. */
final class ConnectionRules {
    private static final Pattern LIMIT = Pattern.compile("(?m)^max-connections = (\\d{1,6})$");

    /** Variables that tell a container how many connections to MySQL it keeps at the most: Spring's, and that of Nacos. */
    private static final Set<String> POOLS = Set.of("SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "MYSQL_POOL_SIZE");

    /** For replicas, probes, the Jobs of a rotation, and somebody who has to look. */
    private static final int BESIDE = 20;

    private ConnectionRules() {}

    static List<Rule> all() {
        return List.of(new Rule(
                "connections",
                "MySQL lets in what the pools of all pods may hold, at full load and while all are replaced.",
                ConnectionRules::connections));
    }

    private static Stream<String> connections(Subject subject, Surroundings others) {
        Map<String, Integer> pools = pools(subject.namespace(), others);
        int wanted = pools.values().stream().mapToInt(Integer::intValue).sum() + BESIDE;
        return subject.as(ConfigMap.class)
                .flatMap(settings -> Stream.ofNullable(settings.getData()))
                .map(files -> files.getOrDefault("master.cnf", ""))
                .flatMap(options -> LIMIT.matcher(options).results())
                .map(limit -> Integer.parseInt(limit.group(1)))
                .filter(limit -> limit < wanted)
                .map(limit -> "lets in " + limit + " connections, allowed: " + wanted + " or more ('connections' of"
                        + " middleware.mysql), which are " + BESIDE + " and those of " + pools);
    }

    /** What all pods of each workload hold together, by its name. */
    private static Map<String, Integer> pools(String namespace, Surroundings others) {
        var pools = new TreeMap<String, Integer>();
        others.workloads(namespace).forEach(workload -> workload.servers()
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> POOLS.contains(variable.getName()))
                .forEach(pool -> pools.merge(
                        workload.name(), Integer.parseInt(pool.getValue()) * others.mostPods(workload), Integer::sum)));
        return pools;
    }
}

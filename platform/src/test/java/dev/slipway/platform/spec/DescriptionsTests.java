package dev.slipway.platform.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.report.UserError;
import dev.slipway.platform.workspace.Workspace;
import dev.slipway.platform.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DescriptionsTests {
    private static final String VALID = """
            apiVersion: slipway.dev/v1
            kind: Environment
            name: local
            middleware:
              nacos: { port: 8848, ports: { console: 8849 } }
              mysql: { port: 13306 }
            services:
              service-cmn:
                port: 8202
                needs: [nacos, mysql]
                schema: cmn
              server-gateway:
                module: gateway
                port: 8080
                entry: true
                needs: [nacos, service-cmn]
            """;

    @Test
    void theDescriptionOfTheLocalStackIsValid() {
        Path home = Path.of("..").toAbsolutePath().normalize();

        var environment = Descriptions.load(new Workspace(home, home.resolve(".slipway")), "local");

        assertThat(environment.entry()).isEqualTo("server-gateway");
        assertThat(environment.services()).containsKeys("service-cmn", "service-user", "service-sms");
        assertThat(environment.middleware())
                .hasSize(MiddlewareKind.values().length - 1)
                .doesNotContainKey(MiddlewareKind.SENTINEL_DASHBOARD);
    }

    @Test
    void whatIsLeftOutHasADefault() {
        var cmn = Descriptions.parse("t.yaml", VALID).orThrow().services().get("service-cmn");

        assertThat(cmn).isNotNull();
        assertThat(cmn.moduleOf("service-cmn")).isEqualTo("services/service-cmn");
        assertThat(cmn.memory()).isEqualTo(new Memory(640L << 20));
        assertThat(cmn.secrets()).isEmpty();
        assertThat(cmn.entry()).isFalse();
    }

    /** Each row replaces one text of the valid description and names the one fault that this makes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port: 8202            | prot: 8202               | 9:5   | services.service-cmn: unknown key 'prot', allowed: module, port,
            port: 8202            | prot: 8202               | 9:5   | did you mean 'port'?
            port: 8202            | prot: 8202               | 9:5   | services.service-cmn: missing key 'port'
            port: 8202            | replicas: 2              | 9:5   | 'replicas' is for an environment with a 'cluster' only
            mysql: {              | sentinel-dashboard: {    | 6:3   | 'sentinel-dashboard' runs on a cluster only
            name: local           | waivers: []              | 3:1   | 'waivers' is for an environment with a 'cluster' only
            schema: cmn           | calls: [nacos]           | 11:13 | service-cmn calls 'nacos', which is no service of this description
            port: 8202            | port: many               | 9:11  | services.service-cmn.port: expected a whole number, found the text 'many'
            port: 8202            | port: '8202'             | 9:11  | expected a whole number, found the text '8202'
            port: 8202            | port: 99999              | 9:11  | 99999 is out of range, allowed: from 1 to 65535
            port: 8202            | port: 8848               | 9:11  | port 8848 of service-cmn is taken by nacos
            port: 8202            | port: 9848               | 9:11  | port 9848 of service-cmn is taken by nacos (grpc)
            port: 8202            | port: 7848               | 9:11  | port 7848 of service-cmn is taken by nacos (raft)
            port: 8202            | port: 8849               | 9:11  | port 8849 of service-cmn is taken by nacos (console)
            needs: [nacos, mysql] | needs: [nacos, mysq1, mysql] | 10:20 | service-cmn needs 'mysq1', which is not described, allowed: nacos, mysql,
            needs: [nacos, mysql] | needs: [mysql, mysql]    | 10:20 | service-cmn needs 'mysql' twice
            needs: [nacos, mysql] | needs: nacos             | 10:12 | expected a sequence, found the text 'nacos'
            needs: [nacos, mysql] | needs: [nacos]           | 11:13 | service-cmn has a schema and does not need mysql
            needs: [nacos, mysql] | needs: [mysql, server-gateway] | 16:20 | needs go round in a circle: service-cmn → server-gateway → service-cmn
            schema: cmn           | memory: 1Mi              | 8:3   | service-cmn needs mysql and has no 'schema'
            schema: cmn           | schema: Cmn              | 11:13 | 'Cmn' is not allowed, allowed: lower-case letters
            schema: cmn           | schema: 5                | 11:13 | expected a text, found the number 5; put it in quotes
            entry: true           | entry: yes               | 15:12 | expected true or false, found the text 'yes'
            entry: true           | entry: false             | 8:3   | no service has 'entry: true', allowed: exactly one
            module: gateway       | module: /etc             | 13:13 | '/etc' is not allowed, allowed: a directory below the sources
            module: gateway       | module: a/../../b        | 13:13 | allowed: a directory below the sources
            module: gateway       | memory: 5                | 13:13 | '5' is no amount of memory, allowed: a whole number and Ki, Mi or Gi
            module: gateway       | secrets: [data-kye]      | 13:15 | unknown word 'data-kye', allowed: data-key, file-signing-key, operator-password, demonstration-key, clerk-password; did you mean 'data-key'?
            module: gateway       | port: 8081               | 14:5  | the key 'port' is there twice
            console: 8849         | consol: 8849             | 5:33  | nacos has no port 'consol', allowed: console
            'mysql: { port'       | 'mysqll: { port'         | 6:3   | unknown word 'mysqll', allowed: nacos, mysql, redis, mongodb, rabbitmq
            kind: Environment     | kind: Cluster            | 2:7   | unknown word 'Cluster', allowed: Environment
            slipway.dev/v1        | slipway.dev/v2           | 1:13  | unknown word 'slipway.dev/v2', allowed: slipway.dev/v1
            name: local           | name: [local             | 4:11  | not YAML
            """)
    void aFaultIsNamedWithItsPlaceAndWhatIsAllowed(String valid, String broken, String place, String what) {
        assertThat(VALID).contains(valid);

        List<Problem> problems =
                Descriptions.parse("t.yaml", VALID.replace(valid, broken)).problems();

        assertThat(problems).anySatisfy(problem -> assertThat(problem.toString())
                .startsWith("t.yaml:" + (what.contains("missing key") ? "" : place + ":"))
                .contains(what));
    }

    @Test
    void allFaultsAreReportedAtOnceInTheOrderOfTheFile() {
        String broken = VALID.replace("port: 8202", "prot: 8202")
                .replace("[nacos, service-cmn]", "[nacos, service-cnm]")
                .replace("name: local", "name: LOCAL");

        assertThatThrownBy(() -> Descriptions.parse("t.yaml", broken).orThrow())
                .isInstanceOf(UserError.class)
                .hasMessageMatching("(?s)t.yaml:3:7: .*t.yaml:9:5: .*t.yaml:9:5: .*t.yaml:16:20: .*'service-cmn'.*");
    }

    @Test
    void anEmptyFileIsAFault() {
        assertThat(Descriptions.parse("t.yaml", "").problems())
                .extracting(Problem::what)
                .contains("the document is empty");
    }

    private static final String ON_A_CLUSTER = """
            apiVersion: slipway.dev/v1
            kind: Environment
            name: dev-ol
            profile: dev
            cluster: { production: true, routing: gateway-api, volumes: { archive: { server: a, path: /, size: 1Gi } } }
            namespace: { name: his-dev, quota: { cpu: 16, memory: 32Gi } }
            middleware:
              nacos: { memory: 1Gi }
              mysql: { memory: 1Gi }
            services:
              service-cmn:
                needs: [nacos, mysql]
                schema: cmn
                replicas: 2
              server-gateway:
                entry: true
                needs: [nacos]
                calls: [service-cmn]
                expose: { host: dev.example.com, tls: dev-tls }
            patches:
              - object: Deployment/service-cmn
                merge: { spec: { paused: true, minReadySeconds: null } }
            """;

    @Test
    void onAClusterPortsHaveDefaultsAndMayBeTheSame() {
        var environment = Descriptions.parse("t.yaml", ON_A_CLUSTER).orThrow();

        assertThat(environment.springProfile()).isEqualTo("dev");
        assertThat(environment.port(MiddlewareKind.MYSQL)).isEqualTo(3306);
        assertThat(environment.services().values()).extracting(Service::port).containsExactly(8080, 8080);
    }

    @Test
    void aPatchKnowsItsPlaceAndWhatItRemoves() {
        var patch =
                Descriptions.parse("t.yaml", ON_A_CLUSTER).orThrow().patches().get(0);

        assertThat(patch.place()).hasToString("Place[file=t.yaml, line=21, column=5]");
        assertThat(patch.merge().get("spec")).hasToString("{paused=true, minReadySeconds=null}");
    }

    /** Each row replaces one text of the valid description of a cluster and names the one fault that this makes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            namespace: {                    | addons: {}¶#             | 1:1   | missing key 'namespace'
            host: dev.example.com, tls: dev-tls | host: dev.example.com | 19:13 | server-gateway is exposed without 'tls'
            replicas: 2                     | replicas: 2¶    autoscale: { min: 2, max: 3 } | 14:15 | service-cmn has 'replicas' and 'autoscale'
            replicas: 2                     | autoscale: { min: 2, max: 2 } | 14:31 | 2 is not more than min (2)
            cpu: 16                         | cpu: 16.5                | 6:43  | '16.5' is no amount of processor time
            replicas: 2                     | image: service-cmn       | 14:12 | allowed: an image with its tag or digest
            mysql: { memory: 1Gi }          | mysql: { outside: {} }   | 9:21  | allowed: exactly one of them
            object: Deployment/service-cmn  | object: service-cmn      | 21:13 | allowed: a kind and a name
            nacos: { memory: 1Gi }          | nacos: { memory: 1Gi, replicas: 3 } | 8:35 | nacos has several replicas, which keep their data in MySQL, allowed: 'needs: [mysql]', or 1
            nacos: { memory: 1Gi }          | nacos: { memory: 1Gi, replicas: 2, needs: [mysql] } | 8:35 | nacos has 2 replicas, which have no majority when one is away, allowed: 1, or an odd number
            nacos: { memory: 1Gi }          | nacos: { memory: 512Mi } | 8:20 | nacos does not start in 512Mi, allowed: 768Mi or more
            nacos: { memory: 1Gi }          | nacos: { memory: 1Gi, connections: 60 } | 8:38 | nacos has no number of 'connections', allowed: in mysql
            calls: [service-cmn]            | connections: 5           | 18:18 | server-gateway has 'connections' and no 'schema', allowed: with one
            mysql: { memory: 1Gi }          | mysql: { memory: 256Mi } | 9:20  | mysql does not start in 256Mi, allowed: 512Mi or more
            mysql: { memory: 1Gi }          | mysql: { memory: 1Gi }¶  redis: { replicas: 4 } | 10:22 | redis has 4 replicas
            mysql: { memory: 1Gi }          | mysql: { memory: 1Gi }¶  mongodb: { memory: 1Gi, replicas: 2 } | 10:37 | mongodb has 2 replicas
            mysql: { memory: 1Gi }          | mysql: { memory: 1Gi }¶  rabbitmq: { memory: 128Mi } | 10:23 | rabbitmq does not start in 128Mi
            mysql: { memory: 1Gi }          | mysql: { memory: 1Gi }¶  sentinel-dashboard: { replicas: 2 } | 10:35 | sentinel-dashboard has several replicas
            mysql: { memory: 1Gi }          | mysql: { memory: 1Gi }¶  redis: { port: 26379 } | 10:18 | redis has port 26379 for itself
            mysql: { memory: 1Gi }          | mysql: { memory: 1Gi }¶  rabbitmq: { port: 25672 } | 10:21 | rabbitmq has port 25672 for itself
            replicas: 2                     | placement: { near: [service-cmn, nacoss] } | 14:38 | service-cmn is to run near 'nacoss', which is not described; did you mean 'nacos'?
            replicas: 2                     | volume: { name: archiv, size: 1Gi, path: /files }¶#  | 14:21 | service-cmn uses the volume 'archiv', which is none of cluster.volumes, allowed: archive; did you mean 'archive'?
            replicas: 2                     | handMadeSecrets: { carrier: [identity-key] } | 14:34 | service-cmn has a secret 'identity-key' already, from every service of the platform
            replicas: 2                     | handMadeSecrets: { carrier: [mysql-password] } | 14:34 | service-cmn has a secret 'mysql-password' already, from mysql
            replicas: 2                     | handMadeSecrets: { a: [key], b: [key] } | 14:38 | service-cmn has a secret 'key' already, from a
            replicas: 2                     | handMadeSecrets: { Carrier: [key] } | 14:24 | 'Carrier' is no name of a Secret
            replicas: 2                     | handMadeSecrets: { carrier: [a/b] } | 14:34 | 'a/b' is no key of a Secret
            replicas: 2                     | handMadeSecrets: { carrier: [] } | 14:24 | carrier has no keys
            tls: dev-tls }                  | tls: dev-tls, rate: 5 }¶# | 19:52 | server-gateway has a 'rate', which routes of the Gateway API do not know, allowed: 'routing: ingress', or
            production: true                | kubernetes: 1.28         | 5:24  | put it in quotes
            middleware:                     | addons: { nfs-csi: {} }¶middleware: | 7:11 | nfs-csi: missing key 'server'
            middleware:                     | addons: { headlamp: { sendTo: "a.example.com:80" } }¶middleware: | 7:23 | 'sendTo' says nothing for headlamp, which has replicas
            middleware:                     | addons: { nfs-csi: { server: a, path: / }, nfs-provisioner: { server: a, path: / } }¶middleware: | 7:44 | 'nfs-provisioner' is a second maker of the storage class
            replicas: 2                     | rollout: { maxSurge: "0" } | 14:14 | no pod more and no pod fewer, so none could be replaced
            replicas: 2                     | rollout: { maxUnavailable: "150%" } | 14:32 | '150%' is not allowed
            replicas: 2                     | resources: { cpu: 4 }    | 14:23 | 4 is more than 'cpuLimit' (2)
            replicas: 2                     | start: 0s                | 14:12 | allowed: 5s or more
            replicas: 2                     | grpcPort: 8080           | 14:15 | 8080 is its 'port' too
            replicas: 2                     | port: 8719               | 14:11 | 8719 of service-cmn is where Sentinel takes its commands
            replicas: 2                     | nodePort: 30080¶  service-a:¶    nodePort: 30080 | 16:15 | nodePort 30080 of service-a is taken by service-cmn
            replicas: 2                     | expose: { host: dev.example.com, tls: dev-tls } | 19:21 | dev.example.com/ leads already to service-cmn
            replicas: 2                     | volume: { name: archive, size: 2Gi, path: /files } | 14:36 | service-cmn asks for 2Gi of the volume 'archive', which offers 1Gi
            replicas: 2                     | volume: { name: archive, size: 1Gi, path: /files, shared: false } | 14:63 | the volume 'archive' is one for several pods
            replicas: 2                     | volume: { name: archive, size: 1Gi, path: /files }¶  service-a:¶    volume: { name: archive, size: 1Gi, path: /files } | 16:21 | the volume 'archive' is taken by service-cmn
            replicas: 2                     | replicas: 2¶    volume: { size: 1Gi, path: /files, shared: false } | 15:48 | service-cmn has more than one pod at times
            replicas: 2                     | volume: { size: 1Gi, path: /files, shared: false } | 14:48 | allowed: 'rollout: { strategy: recreate }' and one pod, or 'shared: true'
            replicas: 2                     | volume: { size: 1Gi, path: /tmp } | 14:32 | '/tmp' is not allowed
            replicas: 2                     | environment: { "A=B": c } | 14:20 | 'A=B' is no name of a variable
            service-cmn:                    | service-cmn-:            | 11:3  | 'service-cmn-' is no name
            name: his-dev                   | name: kube-system        | 6:20  | 'kube-system' is not allowed
            middleware:                     | addons: { headlamp: { namespace: his-dev } }¶middleware: | 7:34 | the namespace 'his-dev' is that of the environment
            middleware:                     | addons: { metrics-server: {}, headlamp: { namespace: metrics-server } }¶middleware: | 7:54 | the namespace 'metrics-server' is that of metrics-server
            mysql: { memory: 1Gi }          | mysql: { outside: { host: 192.0.2.1 } } | 9:29 | '192.0.2.1' is not allowed
            mysql: { memory: 1Gi }          | mysql: { outside: { addresses: [127.0.0.1] } } | 9:34 | '127.0.0.1' is not allowed
            """)
    void aFaultOfAClusterIsNamedWithItsPlace(String valid, String broken, String place, String what) {
        assertThat(ON_A_CLUSTER).contains(valid);

        List<Problem> problems = Descriptions.parse("t.yaml", ON_A_CLUSTER.replace(valid, broken.replace("¶", "\n")))
                .problems();

        assertThat(problems).anySatisfy(problem -> assertThat(problem.toString())
                .startsWith("t.yaml:" + place + ":")
                .contains(what));
    }

    @ParameterizedTest
    @EnumSource(MiddlewareKind.class)
    void aServerThatSaysNothingGetsWhatItsKindStartsIn(MiddlewareKind kind) {
        String silent = ON_A_CLUSTER.replaceAll("(mysql|nacos): \\{ memory: 1Gi }", "$1: {}");
        if (!silent.contains(kind + ": {}")) {
            silent = silent.replace("  mysql: {}", "  mysql: {}\n  " + kind + ": {}");
        }

        Environment described = Descriptions.parse("t.yaml", silent).orThrow();

        var server = Objects.requireNonNull(described.middleware().get(kind));
        assertThat(server.memory(kind).bytes())
                .isGreaterThanOrEqualTo(kind.leastMemory().bytes());
    }
}

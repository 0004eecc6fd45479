package dev.slipway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.yaml.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigRulesTests {
    private static final String GROUPS = """
            [{"apiName": "sign-in", "predicateItems": [{"pattern": "/api/sign-in/**", "matchStrategy": 1}]}]
            """;

    private static List<String> faults(String name, String text) {
        var groups = new ConfigEntry("server-gateway-api-groups.json", GROUPS);
        Map<String, ConfigEntry> entries = name.equals(groups.dataId())
                ? Map.of(name, new ConfigEntry(name, text))
                : Map.of(groups.dataId(), groups, name, new ConfigEntry(name, text));
        return SampleRules.RULES.check(entries).stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        service-user.yaml           | slipway.sign-in.code-tries: 4
        service-user.yaml           | slipway: {sign-in: {code-tries: 4, code-lifetime: 10m}}
        service-user.yaml           | slipway: {}
        service-user.yaml           | logging.level: {dev.slipway: debug}
        service-bed.yaml            | logging.level.dev.slipway.bed: info
        server-gateway.yaml         | slipway.gateway.origins: ['https://a.example.org']
        shared.yaml                 | slipway: {sign-in.code-tries: 4, gateway.origins: []}
        server-gateway-flow.json    | [{"resource": "service-user", "count": 10}]
        server-gateway-flow.json    | [{"resource": "sign-in", "resourceMode": 1, "count": 0.5}]
        server-gateway-flow.json    | []
        server-gateway-degrade.json | [{"resource": "service-cmn", "grade": 2, "count": 9, "timeWindow": 5}]
        service-user-flow.json      | [{"resource": "GET:/api/me", "count": 10}]
        """)
    void accepts(String name, String text) {
        assertThat(faults(name, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        service-user.yaml        | slipway.sign-in.code-trys: 4  | deploy/config/service-user.yaml:1:1: unknown key 'slipway.sign-in.code-trys', allowed: slipway.sign-in.code-lifetime, slipway.sign-in.code-tries; did you mean 'slipway.sign-in.code-tries'?
        service-user.yaml        | slipway: {sign-in: {code-tries: many}} | service-user.yaml:1:33: slipway.sign-in.code-tries: expected a whole number
        service-user.yaml        | slipway.sign-in.code-lifetime: long | service-user.yaml:1:32: slipway.sign-in.code-lifetime: expected a duration
        service-user.yaml        | slipway: {sing-in: {}} | service-user.yaml:1:11: unknown key 'slipway.sing-in'
        service-user.yaml        | slipway: {sign-in: 3} | service-user.yaml:1:11: 'slipway.sign-in' has to be a mapping with: slipway.sign-in.code-lifetime
        service-user.yaml        | slipwya: {sign-in: {}} | service-user.yaml:1:1: unknown key 'slipwya', allowed: slipway, spring, server, management, logging; did you mean 'slipway'?
        service-user.yaml        | slipway.gateway.origins: [] | unknown key 'slipway.gateway.origins'
        service-user.yaml        | slipway: {a: 1, a: 2} | the key 'a' is there twice
        service-user.yaml        | slipway: [ | service-user.yaml:1:11: not YAML
        service-bed.yaml         | slipway: {bed: {rows: 3}} | service-bed.yaml:1:1: unknown key 'slipway', none of this service is listed in deploy/config/schema/keys.json
        service-usr.yaml         | a: 1 | service-usr.yaml:1:1: unknown document 'service-usr.yaml', allowed: server-gateway-api-groups.json, server-gateway-degrade.json
        server-gateway-flow.json | [{"resource": "service-user", "coutn": 10}] | server-gateway-flow.json:1:31: [0]: unknown key 'coutn', allowed: resource,
        server-gateway-flow.json | [{"resource": "service-user", "count": -1}] | server-gateway-flow.json:1:40: [0].count: -1.0 is out of range, allowed: at least 0
        server-gateway-flow.json | [{"resource": "service-user", "count": "10"}] | [0].count: expected a number, found the text '10'
        server-gateway-flow.json | [{"resource": "service-user"}] | [0]: missing key 'count'
        server-gateway-flow.json | [{"count": 10}] | [0]: missing key 'resource'
        server-gateway-flow.json | [{"resource": "service-usre", "count": 10}] | server-gateway-flow.json:1:15: unknown route 'service-usre', allowed: service-user, service-cmn; did you mean 'service-user'?
        server-gateway-flow.json | [{"resource": "sign-in", "count": 10}] | unknown route 'sign-in'
        server-gateway-flow.json | [{"resource": "sing-in", "resourceMode": 1, "count": 10}] | unknown API group 'sing-in', allowed: sign-in; did you mean 'sign-in'?
        server-gateway-flow.json | [{"resource": "service-user", "count": 10, "resourceMode": 2}] | [0].resourceMode: 2 is out of range
        server-gateway-flow.json | {"resource": "service-user", "count": 10} | expected a sequence, found a mapping
        server-gateway-degrade.json | [{"resource": "service-cmn", "grade": 1, "count": 9, "timeWindow": 5}] | [0].count: is a share for grade 1, allowed: from 0 to 1
        server-gateway-degrade.json | [{"resource": "hosp", "count": 9, "timeWindow": 5}] | unknown resource 'hosp', allowed: service-user, service-cmn, sign-in
        server-gateway-api-groups.json | [{"apiName": "a", "predicateItems": []}] | [0].predicateItems: must name at least one path
        server-gateway-api-groups.json | [{"apiName": "a", "predicateItems": [{"pattern": "api"}]}] | [0].predicateItems[0].pattern: 'api' is not allowed, allowed: a path that begins with /
        service-user-flow.json   | [{"resource": "GET:/api/mee", "count": 10}] | service-user-flow.json:1:15: unknown resource 'GET:/api/mee', allowed: GET:/api/me, PUT:/api/me/verification; did you mean 'GET:/api/me'?
        service-user-degrade.json | [{"resource": "service-user", "count": 10, "timeWindow": 5}] | unknown resource 'service-user', allowed: GET:/api/me, PUT:/api/me/verification
        """)
    void refusesWithPlaceAndWhatIsAllowed(String name, String text, String fault) {
        assertThat(faults(name, text)).anySatisfy(each -> assertThat(each).contains(fault));
    }

    @Test
    void namesTheLineInALongFile() {
        String rules = """
                [
                  { "resource": "service-user", "count": 1 },
                  { "resource": "service-cmn", "count": 1, "intervalSecs": 1 }
                ]
                """;
        assertThat(faults("server-gateway-flow.json", rules))
                .singleElement()
                .asString()
                .startsWith("deploy/config/server-gateway-flow.json:3:44: [1]: unknown key 'intervalSecs'")
                .endsWith("did you mean 'intervalSec'?");
    }
}

package dev.slipway.platform.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImmutableFieldsTests {
    private static ObjectNode json(String kind, String body) throws JsonProcessingException {
        return (ObjectNode)
                JsonMapper.builder().build().readTree("{\"kind\":\"" + kind + "\"," + body.replace('\'', '"') + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            StatefulSet | 'spec':{'serviceName':'a','replicas':1} | 'spec':{'serviceName':'b','replicas':2} | spec.serviceName: a → b
            StatefulSet | 'spec':{'volumeClaimTemplates':[{'spec':{'x':'1Gi','volumeMode':'F'}}]} | 'spec':{'volumeClaimTemplates':[{'spec':{'x':'2Gi'}}]} | spec.volumeClaimTemplates[0].spec.x: 1Gi → 2Gi
            Deployment | 'spec':{'selector':{'matchLabels':{'app':'a'}}} | 'spec':{'selector':{'matchLabels':{'app':'b'}}} | spec.selector.matchLabels.app: a → b
            PriorityClass | 'value':1 | 'value':2 | value: 1 → 2
            RoleBinding | 'roleRef':{'name':'a'} | 'roleRef':{'name':'b'} | roleRef.name: a → b
            """)
    void namesWhatDiffersAndNothingElse(String kind, String live, String wanted, String changed)
            throws JsonProcessingException {
        assertThat(ImmutableFields.changed(json(kind, live), json(kind, wanted)))
                .hasValue(changed);
        assertThat(ImmutableFields.changed(json(kind, live), json(kind, live))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            StatefulSet           | kubectl delete statefulset x -n his --cascade=orphan
            Job                   | kubectl delete job x -n his, and run this again
            PersistentVolumeClaim | set it back
            """)
    void aWayOutKeepsWhatCanBeKept(String kind, String way) {
        assertThat(ImmutableFields.wayOut(kind, "his", "x")).contains(way);
    }
}

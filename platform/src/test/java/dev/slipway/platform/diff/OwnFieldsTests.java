package dev.slipway.platform.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnFieldsTests {
    private static final String DESCRIBED = """
            {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a", "namespace": "n", "labels": {"x": "1"},
             "finalizers": ["f"]}, "spec": {"selector": {"app": "a"}, "ports": [{"name": "http", "port": 80}], "empty": {}}}
            """;

    private static final String LIVE = """
            {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a", "namespace": "n", "uid": "u",
             "labels": {"x": "1", "theirs": "2"}, "finalizers": ["other", "f"], "managedFields": [
              {"manager": "kubectl", "operation": "Apply", "fieldsV1": {"f:metadata": {"f:labels": {"f:theirs": {}}}}},
              {"manager": "slipway", "operation": "Apply", "subresource": "status", "fieldsV1": {"f:status": {}}},
              {"manager": "slipway", "operation": "Apply", "fieldsV1": {
               "f:metadata": {"f:labels": {"f:x": {}}, "f:finalizers": {"v:\\"f\\"": {}}},
               "f:spec": {"f:selector": {}, "f:empty": {}, "f:ports": {"k:{\\"port\\":80,\\"protocol\\":\\"TCP\\"}": {
                ".": {}, "f:name": {}, "f:port": {}}}}}}]},
             "spec": {"selector": {"app": "a"}, "clusterIP": "10.0.0.1", "empty": {"default": 1},
              "ports": [{"port": 81, "protocol": "TCP"}, {"name": "http", "port": 80, "protocol": "TCP", "targetPort": 80}]}}
            """;

    private static boolean asDescribed(String live, String described) throws Exception {
        var json = new ObjectMapper();
        return OwnFields.areAsDescribed(
                (ObjectNode) json.readTree(live), (ObjectNode) json.readTree(described), "slipway");
    }

    @Test
    void whatOthersAndTheServerHaveAddedIsNotMinded() throws Exception {
        assertThat(asDescribed(LIVE, DESCRIBED)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a value           | "x": "1"               | "x": "2"
                    a new field       | "labels": {            | "labels": {"y": "1",
                    a field left out  | "labels": {"x": "1"},  | "labels": {},
                    a leaf as a whole | "selector": {"app": "a"} | "selector": {"app": "b"}
                    a new element     | "ports": [             | "ports": [{"port": 81},
                    an element's field| "port": 80             | "port": 80, "nodePort": 30000
                    an element's key  | "port": 80             | "port": 82
                    a finalizer       | ["f"]                  | ["g"]
                    a new list        | "empty": {}            | "empty": {}, "more": [1]
                    """)
    void anyChangeOfTheDescriptionIsSeen(String what, String from, String to) throws Exception {
        assertThat(DESCRIBED).contains(from);
        assertThat(asDescribed(LIVE, DESCRIBED.replace(from, to))).as(what).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    a label of ours        | "labels": {"x": "1",     | "labels": {"x": "9",
                    a selector             | "selector": {"app": "a"} | "selector": {"app": "z"}
                    a port's name          | "name": "http"           | "name": "web"
                    it was taken from us   | "f:labels": {"f:x": {}}, | ~~
                    it was made otherwise  | "slipway", "operation": "Apply", "fieldsV1" | "slipway", "operation": "Update", "fieldsV1"
                    """)
    void anyChangeOnTheClusterIsSeen(String what, String from, String to) throws Exception {
        assertThat(LIVE).contains(from);
        assertThat(asDescribed(LIVE.replace(from, to), DESCRIBED)).as(what).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "more": false | "other": 1    | true
                    "more": 0     | "other": 1    | true
                    "more": ""    | "other": 1    | true
                    "more": true  | "other": 1    | false
                    "more": "0s"  | "other": 1    | false
                    "more": []    | "other": 1    | false
                    "more": false | "more": true  | false
                    """)
    void theServerLeavesOutWhatIsZero(String described, String live, boolean same) throws Exception {
        assertThat(asDescribed(
                        LIVE.replace("\"f:empty\"", "\"f:more\": {}, \"f:empty\"")
                                .replace("\"empty\": {", live + ", \"empty\": {"),
                        DESCRIBED.replace("\"empty\": {", described + ", \"empty\": {")))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "storageClassName": "x"                              | true
                    "storageClassName": "x", "volumeMode": "Filesystem"  | true
                    "storageClassName": "y", "volumeMode": "Filesystem"  | false
                    "storageClassName": "x", "volumeMode": "Block"       | false
                    "storageClassName": "x", "volumeName": "v"           | false
                    """)
    void theServerFillsUpTemplatesOfClaims(String live, boolean same) throws Exception {
        String claim = "\"claims\": [{\"kind\": \"PersistentVolumeClaim\", \"spec\": {%s}%s}], \"empty\": {";
        assertThat(asDescribed(
                        LIVE.replace("\"f:empty\"", "\"f:claims\": {}, \"f:empty\"")
                                .replace(
                                        "\"empty\": {",
                                        claim.formatted(live, ", \"status\": {\"phase\": \"Pending\"}")),
                        DESCRIBED.replace("\"empty\": {", claim.formatted("\"storageClassName\": \"x\"", ""))))
                .isEqualTo(same);
    }
}

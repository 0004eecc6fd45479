package dev.slipway.platform.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTests {
    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<FieldChange> between(String live, String next) {
        return Differences.between(tree(live), tree(next));
    }

    @Test
    void fieldsAreToldByTheirPathInItsOrder() {
        assertThat(between(
                        "{'spec': {'replicas': 1, 'containers': [{'image': 'a:1'}], 'old': true}}",
                        "{'spec': {'replicas': 2, 'containers': [{'image': 'a:2'}], 'new': 'x'}}"))
                .containsExactly(
                        new FieldChange("spec.containers[0].image", "a:1", "a:2"),
                        new FieldChange("spec.new", "", "x"),
                        new FieldChange("spec.old", "true", ""),
                        new FieldChange("spec.replicas", "1", "2"));
    }

    @Test
    void whatTheClusterWritesIsNoDifference() {
        assertThat(between(
                        "{'metadata': {'resourceVersion': '1', 'generation': 1, 'uid': 'u', 'managedFields': []}, 'status': {}}",
                        "{'metadata': {'resourceVersion': '2', 'generation': 2}, 'status': {'ready': 1}}"))
                .isEmpty();
    }

    @Test
    void aNewElementIsToldFieldByFieldAndAnEmptyOneAsItIs() {
        assertThat(between(
                        "{'spec': {'volumes': []}}",
                        "{'spec': {'volumes': [{'name': 'data', 'emptyDir': {}}], 'selector': {}}}"))
                .containsExactly(
                        new FieldChange("spec.selector", "", "{}"),
                        new FieldChange("spec.volumes[0].emptyDir", "", "{}"),
                        new FieldChange("spec.volumes[0].name", "", "data"));
    }

    @Test
    void anEmptyListThatGoesIsADifference() {
        assertThat(between("{'spec': {'a': []}}", "{'spec': {}}")).containsExactly(new FieldChange("spec.a", "[]", ""));
    }

    @Test
    void aNewObjectIsAllItsFieldsButThoseThatNameIt() {
        assertThat(Differences.created(
                        tree("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': 'n'},"
                                + " 'data': {'k': 'v'}}")))
                .containsExactly(new FieldChange("data.k", "", "v"));
    }

    @Test
    void theValuesOfASecretAreHiddenWhereverTheyAre() {
        String secret = "{'kind': 'Secret', 'metadata': {'annotations': {"
                + "'kubectl.kubernetes.io/last-applied-configuration': 'XX', 'note': 'NN'}},"
                + " 'data': {'password': 'XX', 'b.c': 'XX'}, 'stringData': {'token': 'XX'}}";
        for (List<FieldChange> changes : List.of(
                between("{'kind': 'Secret'}", secret),
                between(secret.replace("XX", "YY"), secret),
                Differences.created(tree(secret)))) {
            assertThat(changes).extracting(FieldChange::path).contains("data.password", "data.b.c", "stringData.token");
            assertThat(changes.toString()).doesNotContain("XX", "YY").contains(Differences.HIDDEN);
        }
        assertThat(between("{'kind': 'Secret'}", secret))
                .contains(new FieldChange("metadata.annotations.note", "", "NN"));
    }

    @Test
    void whatIsNoSecretIsShown() {
        assertThat(between("{'kind': 'ConfigMap'}", "{'kind': 'ConfigMap', 'data': {'a': 'b'}}"))
                .containsExactly(new FieldChange("data.a", "", "b"));
    }
}

package dev.slipway.hosp.department;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DepartmentPlanTests {
    @Test
    void parentsMayComeLaterInTheBatchOrBeStored() {
        DepartmentPlan plan = new DepartmentPlan(List.of(of("s", null)), List.of(of("b", "a"), of("a", "s")));
        assertThat(plan.fault("a")).isEmpty();
        assertThat(plan.fault("b")).isEmpty();
    }

    @Test
    void whoHangsOnARejectedOneIsRejectedToo() {
        DepartmentPlan plan = new DepartmentPlan(List.of(), List.of(of("c", "b"), of("b", "a"), of("d", null)));
        assertThat(plan.fault("b")).isPresent();
        assertThat(plan.fault("c")).isPresent();
        assertThat(plan.fault("d")).isEmpty();
    }

    @Test
    void aCycleIsRejectedAlsoThroughStoredOnes() {
        DepartmentPlan plan = new DepartmentPlan(List.of(of("a", null), of("b", "a")), List.of(of("a", "b")));
        assertThat(plan.fault("a"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("ancestor"));
        assertThat(new DepartmentPlan(List.of(), List.of(of("x", "x"))).fault("x"))
                .isPresent();
    }

    @Test
    void aTreeHasFiveLevels() {
        List<Department> chain =
                List.of(of("1", null), of("2", "1"), of("3", "2"), of("4", "3"), of("5", "4"), of("6", "5"));
        DepartmentPlan plan = new DepartmentPlan(List.of(), chain);
        assertThat(plan.fault("5")).isEmpty();
        assertThat(plan.fault("6"))
                .hasValueSatisfying(fault -> assertThat(fault).contains("deep"));
    }

    @Test
    void theTreeHasEachDepartmentOnceWhateverTheParentsAre() {
        DepartmentTree tree = DepartmentTree.of(
                List.of(of("a", "b"), of("b", "a"), of("c", "gone"), of("d", null), of("e", "d"), of("f", "a")));
        assertThat(codes(tree.roots())).containsExactly("a", "b", "c", "d", "e", "f");
    }

    private static List<String> codes(List<DepartmentTree.Node> nodes) {
        return nodes.stream()
                .flatMap(node -> Stream.concat(Stream.of(node.department().code()), codes(node.children()).stream()))
                .sorted()
                .toList();
    }

    private static Department of(String code, @Nullable String parent) {
        return new Department(code, code, null, parent);
    }
}

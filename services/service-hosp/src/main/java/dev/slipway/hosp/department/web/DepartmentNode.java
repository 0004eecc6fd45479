package dev.slipway.hosp.department.web;

import dev.slipway.hosp.department.Department;
import dev.slipway.hosp.department.DepartmentTree;
import dev.slipway.web.page.ItemList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A department with those below it. */
record DepartmentNode(String code, String name, @Nullable String intro, List<DepartmentNode> children) {
    private static DepartmentNode of(DepartmentTree.Node node) {
        Department department = node.department();
        return new DepartmentNode(
                department.code(),
                department.name(),
                department.intro(),
                node.children().stream().map(DepartmentNode::of).toList());
    }

    static ItemList<DepartmentNode> tree(List<Department> departments) {
        return new ItemList<>(DepartmentTree.of(departments).roots().stream()
                .map(DepartmentNode::of)
                .toList());
    }
}

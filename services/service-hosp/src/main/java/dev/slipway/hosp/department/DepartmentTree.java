package dev.slipway.hosp.department;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Departments as a tree. Whatever the departments are, each is in it once: one whose parent is missing, or that would be
 * its own ancestor, stands at the top.
 */
public record DepartmentTree(List<Node> roots) {
    /** A department with those right below it. */
    public record Node(Department department, List<Node> children) {}

    public static DepartmentTree of(List<Department> departments) {
        Map<String, Department> byCode = byCode(departments);
        Map<String, List<Department>> children = new LinkedHashMap<>();
        List<Department> roots = new ArrayList<>();
        for (Department department : departments) {
            String parent = department.parentCode();
            if (parent == null || depth(department, byCode) > departments.size() || !byCode.containsKey(parent)) {
                roots.add(department);
            } else {
                children.computeIfAbsent(parent, code -> new ArrayList<>()).add(department);
            }
        }
        return new DepartmentTree(
                roots.stream().map(root -> node(root, children)).toList());
    }

    private static Node node(Department department, Map<String, List<Department>> children) {
        return new Node(
                department,
                children.getOrDefault(department.code(), List.of()).stream()
                        .map(child -> node(child, children))
                        .toList());
    }

    static Map<String, Department> byCode(List<Department> departments) {
        Map<String, Department> byCode = new LinkedHashMap<>();
        departments.forEach(department -> byCode.put(department.code(), department));
        return byCode;
    }

    /** How many departments are above it; more than there are when it is its own ancestor, or below one that is. */
    static int depth(Department department, Map<String, Department> byCode) {
        int depth = 0;
        Department above = department;
        while (above != null && above.parentCode() != null && depth <= byCode.size()) {
            above = byCode.get(above.parentCode());
            depth++;
        }
        return depth;
    }
}

package dev.slipway.hospital.department;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Orders departments as a tree is read. */
public final class DepartmentTree {
    private DepartmentTree() {}

    /** Each parent is followed by its children. One whose parent is missing, or its own descendant, comes last. */
    public static List<Department> ordered(List<Department> departments) {
        List<Department> ordered = new ArrayList<>();
        departments.stream()
                .filter(department -> department.parentCode() == null)
                .forEach(root -> place(root, departments, ordered));
        Set<String> placed = new HashSet<>();
        ordered.forEach(department -> placed.add(department.code()));
        departments.stream()
                .filter(department -> !placed.contains(department.code()))
                .forEach(ordered::add);
        return ordered;
    }

    private static void place(Department department, List<Department> all, List<Department> ordered) {
        ordered.add(department);
        all.stream()
                .filter(child -> department.code().equals(child.parentCode()))
                .forEach(child -> place(child, all, ordered));
    }
}

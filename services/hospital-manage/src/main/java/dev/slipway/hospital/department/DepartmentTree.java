package dev.slipway.hospital.department;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** Whether {@code code} is {@code ancestor} itself or below it. */
    public static boolean isBelow(List<Department> departments, String code, String ancestor) {
        String current = code;
        for (int steps = 0; current != null && steps <= departments.size(); steps++) {
            if (current.equals(ancestor)) {
                return true;
            }
            current = parent(departments, current);
        }
        return false;
    }

    private static @Nullable String parent(List<Department> departments, String code) {
        for (Department department : departments) {
            if (department.code().equals(code)) {
                return department.parentCode();
            }
        }
        return null;
    }
}

package dev.slipway.hosp.department;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which departments of a batch fit into the tree that hospital and batch make together. */
final class DepartmentPlan {
    static final int DEEPEST = 5;

    private final Map<String, Department> stored;
    private final Map<String, Department> wanted;
    private final Map<String, String> faults = new LinkedHashMap<>();

    DepartmentPlan(List<Department> stored, List<Department> wanted) {
        this.stored = DepartmentTree.byCode(stored);
        this.wanted = DepartmentTree.byCode(wanted);
        boolean settled = false;
        while (!settled) {
            settled = !rejectOnce();
        }
    }

    /** Why a department of the batch can't be taken; empty when it can. */
    Optional<String> fault(String code) {
        return Optional.ofNullable(faults.get(code));
    }

    /** Rejecting one may take the parent from another, or the cycle away from a third. */
    private boolean rejectOnce() {
        Map<String, Department> merged = new LinkedHashMap<>(stored);
        wanted.forEach((code, department) -> {
            if (!faults.containsKey(code)) {
                merged.put(code, department);
            }
        });
        for (Department department : wanted.values()) {
            if (!faults.containsKey(department.code())) {
                String fault = fault(department, merged);
                if (fault != null) {
                    faults.put(department.code(), fault);
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable String fault(Department department, Map<String, Department> merged) {
        if (department.parentCode() == null) {
            return null;
        }
        if (!merged.containsKey(department.parentCode())) {
            return "parentCode is no department of the hospital";
        }
        int depth = DepartmentTree.depth(department, merged);
        if (depth > merged.size()) {
            return "parentCode makes the department its own ancestor";
        }
        return depth >= DEEPEST ? "parentCode is too deep; a tree has at most " + DEEPEST + " levels" : null;
    }
}

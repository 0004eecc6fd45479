package dev.slipway.hosp.department;

import dev.slipway.hosp.upload.Item;
import dev.slipway.hosp.upload.ItemResult;
import dev.slipway.hosp.upload.ItemResult.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Takes departments from hospitals. */
@Service
public class DepartmentUpload {
    private static final int MOST = 2_000;

    private final Departments departments;

    DepartmentUpload(Departments departments) {
        this.departments = departments;
    }

    /** In the order of the items, each with what became of it. */
    public List<ItemResult> save(String hospitalCode, List<Item<Department>> items) {
        List<Department> stored = departments.of(hospitalCode);
        Map<String, Department> known = DepartmentTree.byCode(stored);
        DepartmentPlan plan = new DepartmentPlan(stored, wanted(items));
        List<ItemResult> results = new ArrayList<>();
        for (Item<Department> item : items) {
            results.add(save(hospitalCode, item, plan, known));
        }
        return results;
    }

    private static List<Department> wanted(List<Item<Department>> items) {
        List<Department> wanted = new ArrayList<>();
        for (Item<Department> item : items) {
            if (item instanceof Item.Fit<Department> fit) {
                wanted.add(fit.item());
            }
        }
        return wanted;
    }

    private ItemResult save(
            String hospitalCode, Item<Department> item, DepartmentPlan plan, Map<String, Department> known) {
        if (item instanceof Item.Unfit<Department> unfit) {
            return ItemResult.rejected(unfit.id(), unfit.fault());
        }
        Department department = ((Item.Fit<Department>) item).item();
        String code = department.code();
        Department before = known.get(code);
        if (department.equals(before)) {
            return ItemResult.of(code, Result.UNCHANGED);
        }
        Optional<String> fault = plan.fault(code);
        if (fault.isPresent()) {
            return ItemResult.rejected(code, fault.get());
        }
        if (before == null && known.size() >= MOST) {
            return ItemResult.rejected(code, "a hospital has at most " + MOST + " departments");
        }
        departments.save(hospitalCode, department);
        known.put(code, department);
        return ItemResult.of(code, before == null ? Result.CREATED : Result.UPDATED);
    }
}

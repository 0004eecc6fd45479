package dev.slipway.hospital.department.web;

import dev.slipway.hospital.connection.Connections;
import dev.slipway.hospital.department.Department;
import dev.slipway.hospital.department.DepartmentTree;
import dev.slipway.hospital.department.Departments;
import dev.slipway.hospital.page.web.Notice;
import dev.slipway.hospital.page.web.Page;
import dev.slipway.hospital.page.web.PageMissing;
import dev.slipway.hospital.platform.Platform;
import dev.slipway.hospital.platform.PlatformAnswer;
import dev.slipway.hospital.platform.PlatformAnswer.Accepted;
import dev.slipway.hospital.platform.PlatformAnswer.Refused;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tree of departments, one department, and its removal. */
@Page
@RequestMapping("/hospitals/{code}/departments")
class DepartmentPages {
    private static final String BACK = "redirect:/hospitals/{code}/departments";

    private final Departments departments;
    private final Connections connections;
    private final Platform platform;

    DepartmentPages(Departments departments, Connections connections, Platform platform) {
        this.departments = departments;
        this.connections = connections;
        this.platform = platform;
    }

    @ModelAttribute("departments")
    List<Department> all(@PathVariable String code) {
        return departments.of(code);
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("form", DepartmentForm.EMPTY);
        return "departments";
    }

    @PostMapping
    String add(
            @PathVariable String code,
            @Valid @ModelAttribute("form") DepartmentForm form,
            BindingResult errors,
            RedirectAttributes next) {
        checkParent(code, form, errors);
        if (!errors.hasErrors()
                && !departments.add(code, form.code(), form.name().strip(), form.intro(), form.parent())) {
            errors.rejectValue("code", "taken", "该编码已存在");
        }
        if (errors.hasErrors()) {
            return "departments";
        }
        Notice.done(next, "已添加科室，尚未上传到平台");
        return BACK;
    }

    @GetMapping("/{department}")
    String edit(@PathVariable String code, @PathVariable String department, Model model) {
        model.addAttribute("form", DepartmentForm.of(find(code, department)));
        return "department";
    }

    @PostMapping("/{department}")
    String save(
            @PathVariable String code,
            @PathVariable String department,
            @Valid @ModelAttribute("form") DepartmentForm form,
            BindingResult errors,
            RedirectAttributes next) {
        find(code, department);
        checkParent(code, form, errors);
        if (!form.code().equals(department)) {
            errors.rejectValue("code", "fixed", "编码不能修改");
        }
        if (errors.hasErrors()) {
            return "department";
        }
        departments.replace(code, department, form.name().strip(), form.intro(), form.parent());
        Notice.done(next, "已保存，尚未上传到平台");
        return BACK;
    }

    private void checkParent(String code, DepartmentForm form, BindingResult errors) {
        String parent = form.parent();
        if (parent != null && departments.find(code, parent).isEmpty()) {
            errors.rejectValue("parentCode", "missing", "上级科室不存在");
        } else if (parent != null && DepartmentTree.isBelow(departments.of(code), parent, form.code())) {
            errors.rejectValue("parentCode", "circle", "上级科室不能是本科室或其下级");
        }
    }

    /** At the platform first: what it still has must stay here, so that it can be removed again. */
    @PostMapping("/{department}/removal")
    String remove(@PathVariable String code, @PathVariable String department, RedirectAttributes next) {
        Department known = find(code, department);
        if (departments.used(code, department)) {
            Notice.failed(next, "该科室有下级科室或排班，不能删除");
            return BACK;
        }
        PlatformAnswer answer = known.upload().uploadedRevision() == 0
                ? new Accepted(List.of())
                : platform.removeDepartment(connections.find(code).orElseThrow(), department);
        if (answer instanceof Accepted
                || (answer instanceof Refused gone && gone.status() == HttpStatus.NOT_FOUND.value())) {
            departments.remove(code, department);
            Notice.done(next, "已删除科室");
        } else {
            Notice.failed(next, answer instanceof Refused refused ? "平台拒绝：" + refused.detail() : "平台无法连接，请稍后再试");
        }
        return BACK;
    }

    private Department find(String code, String department) {
        return departments.find(code, department).orElseThrow(PageMissing::new);
    }
}

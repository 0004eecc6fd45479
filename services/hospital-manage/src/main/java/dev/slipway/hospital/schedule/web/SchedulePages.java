package dev.slipway.hospital.schedule.web;

import dev.slipway.hospital.cancellation.SessionCancellation;
import dev.slipway.hospital.department.Department;
import dev.slipway.hospital.department.Departments;
import dev.slipway.hospital.page.web.Notice;
import dev.slipway.hospital.page.web.Page;
import dev.slipway.hospital.page.web.PageMissing;
import dev.slipway.hospital.schedule.Schedule;
import dev.slipway.hospital.schedule.ScheduleStatus;
import dev.slipway.hospital.schedule.Schedules;
import dev.slipway.hospital.upload.UploadOutcome.Failed;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sessions of a day, one session, and its cancellation. */
@Page
@RequestMapping("/hospitals/{code}/schedules")
class SchedulePages {
    private final Schedules schedules;
    private final Departments departments;
    private final SessionCancellation cancellation;
    private final Clock clock;
    private final ZoneId zone;

    SchedulePages(
            Schedules schedules,
            Departments departments,
            SessionCancellation cancellation,
            Clock clock,
            ZoneId displayZone) {
        this.schedules = schedules;
        this.departments = departments;
        this.cancellation = cancellation;
        this.clock = clock;
        this.zone = displayZone;
    }

    /** Code → name, as a tree is read. */
    @ModelAttribute("departments")
    Map<String, String> departments(@PathVariable String code) {
        return departments.of(code).stream()
                .collect(Collectors.toMap(Department::code, Department::name, (one, other) -> one, LinkedHashMap::new));
    }

    /** Whether the session is a new one. */
    @ModelAttribute("fresh")
    boolean fresh() {
        return false;
    }

    @GetMapping
    String day(@PathVariable String code, @RequestParam(required = false) @Nullable String date, Model model) {
        LocalDate day = date(date);
        model.addAttribute("date", day);
        model.addAttribute("schedules", schedules.on(code, day));
        return "schedules";
    }

    /** Today for what is no date. */
    private LocalDate date(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException noDate) {
            return LocalDate.now(clock.withZone(zone));
        }
    }

    @GetMapping("/new")
    String empty(@RequestParam(required = false) @Nullable String date, Model model) {
        model.addAttribute("form", ScheduleForm.empty(date(date)));
        model.addAttribute("fresh", true);
        return "schedule";
    }

    @PostMapping("/new")
    String add(
            @PathVariable String code,
            @Valid @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        checkDepartment(code, form, errors);
        if (form.id() != null && form.id().equals("new")) {
            errors.rejectValue("id", "reserved", "请换一个编号");
        }
        if (!errors.hasErrors() && !schedules.add(code, form.id(), form.details())) {
            errors.rejectValue("id", "taken", "该编号已存在");
        }
        if (errors.hasErrors()) {
            model.addAttribute("fresh", true);
            return "schedule";
        }
        Notice.done(next, "已添加排班，尚未上传到平台");
        return back(next, form);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable String code, @PathVariable String id, Model model) {
        Schedule schedule = find(code, id);
        model.addAttribute("form", ScheduleForm.of(schedule));
        model.addAttribute("schedule", schedule);
        return "schedule";
    }

    @PostMapping("/{id}")
    String save(
            @PathVariable String code,
            @PathVariable String id,
            @Valid @ModelAttribute("form") ScheduleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes next) {
        Schedule schedule = find(code, id);
        checkDepartment(code, form, errors);
        if (!errors.hasErrors() && !schedules.replace(code, id, form.details(), form.statusValue())) {
            errors.reject("final", whyNot(find(code, id)));
        }
        if (errors.hasErrors()) {
            model.addAttribute("schedule", schedule);
            return "schedule";
        }
        Notice.done(next, "已保存，尚未上传到平台");
        return back(next, form);
    }

    private static String whyNot(Schedule schedule) {
        return schedule.status() == ScheduleStatus.CANCELLED ? "已停诊的排班不能修改" : "已有预约，科室、日期和时段不能修改";
    }

    private void checkDepartment(String code, ScheduleForm form, BindingResult errors) {
        if (!errors.hasFieldErrors("departmentCode")
                && departments.find(code, form.departmentCode()).isEmpty()) {
            errors.rejectValue("departmentCode", "missing", "科室不存在");
        }
    }

    private static String back(RedirectAttributes next, ScheduleForm form) {
        next.addAttribute("date", form.workDate());
        return "redirect:/hospitals/{code}/schedules";
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable String code, @PathVariable String id, RedirectAttributes next) {
        Schedule schedule = find(code, id);
        if (schedule.status() == ScheduleStatus.CANCELLED && !schedule.upload().pending()) {
            Notice.done(next, "该排班已停诊");
        } else if (cancellation.cancel(code, id) instanceof Failed failed) {
            Notice.failed(next, "已停诊并取消其订单；" + failed.reason() + "，稍后自动重新通知平台");
        } else if (find(code, id).upload().absent()) {
            Notice.done(next, "已停诊，其订单已取消；平台从未有此排班，无需通知");
        } else {
            Notice.done(next, "已停诊，其订单已取消，平台已收到通知");
        }
        next.addAttribute("date", schedule.details().workDate());
        return "redirect:/hospitals/{code}/schedules";
    }

    private Schedule find(String code, String id) {
        return schedules.find(code, id).orElseThrow(PageMissing::new);
    }
}

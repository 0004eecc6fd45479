package dev.slipway.hospital.upload.web;

import dev.slipway.hospital.department.Department;
import dev.slipway.hospital.department.Departments;
import dev.slipway.hospital.page.web.Notice;
import dev.slipway.hospital.page.web.Page;
import dev.slipway.hospital.schedule.Schedules;
import dev.slipway.hospital.upload.UploadDesk;
import dev.slipway.hospital.upload.UploadOutcome;
import dev.slipway.hospital.upload.UploadOutcome.Done;
import dev.slipway.hospital.upload.UploadOutcome.Failed;
import java.time.Clock;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the platform does not have yet, and the button that sends it. */
@Page
class UploadPage {
    private static final int COUNTED = 1000;
    private static final int LISTED = 20;

    private final Departments departments;
    private final Schedules schedules;
    private final UploadDesk uploads;
    private final Clock clock;

    UploadPage(Departments departments, Schedules schedules, UploadDesk uploads, Clock clock) {
        this.departments = departments;
        this.schedules = schedules;
        this.uploads = uploads;
        this.clock = clock;
    }

    @GetMapping("/hospitals/{code}")
    String show(@PathVariable String code, Model model) {
        List<Department> all = departments.of(code);
        model.addAttribute("departments", all.size());
        model.addAttribute(
                "pendingDepartments",
                all.stream().filter(department -> department.upload().pending()).count());
        model.addAttribute("pendingSchedules", schedules.pending(code, COUNTED).size());
        model.addAttribute("untold", schedules.untoldCancellations(code, clock.instant(), LISTED));
        return "overview";
    }

    @PostMapping("/hospitals/{code}/upload")
    String upload(@PathVariable String code, RedirectAttributes next) {
        UploadOutcome outcome = uploads.upload(code);
        if (outcome instanceof Failed failed) {
            Notice.failed(next, failed.reason());
        } else if (outcome instanceof Done done && done.rejected() > 0) {
            Notice.failed(next, "已上传 " + done.sent() + " 项，其中 " + done.rejected() + " 项被平台拒绝");
        } else if (outcome instanceof Done done) {
            Notice.done(next, "已上传 " + done.sent() + " 项");
        }
        return "redirect:/hospitals/{code}";
    }
}

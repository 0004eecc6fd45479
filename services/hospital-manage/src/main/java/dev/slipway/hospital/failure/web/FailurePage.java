package dev.slipway.hospital.failure.web;

import dev.slipway.hospital.failure.Failure;
import dev.slipway.hospital.failure.Failure.Mode;
import dev.slipway.hospital.failure.Failure.Scope;
import dev.slipway.hospital.failure.FailureSwitches;
import dev.slipway.hospital.page.web.Notice;
import dev.slipway.hospital.page.web.Page;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Orders failures by hand. */
@Page
@Profile({"local", "dev", "test"})
@RequestMapping("/hospitals/{code}/failure")
class FailurePage {
    private static final String BACK = "redirect:/hospitals/{code}/failure";

    private final FailureSwitches failures;

    FailurePage(FailureSwitches failures) {
        this.failures = failures;
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        failures.of(code).ifPresent(failure -> model.addAttribute("failure", failure));
        model.addAttribute("modes", Mode.values());
        return "failure";
    }

    @PostMapping
    String set(
            @PathVariable String code,
            @RequestParam String mode,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam String seconds,
            @RequestParam String times,
            RedirectAttributes next) {
        try {
            failures.set(
                    code,
                    new Failure(
                            Mode.of(mode),
                            all ? Scope.ALL : Scope.SUBMIT,
                            Duration.ofSeconds(Integer.parseInt(seconds)),
                            Integer.parseInt(times)));
            Notice.done(next, "已开启故障");
        } catch (IllegalArgumentException wrong) {
            Notice.failed(next, "请检查所填内容：延迟 0 到 60 秒，次数 1 到 1000000");
        }
        return BACK;
    }

    @PostMapping("/removal")
    String clear(@PathVariable String code, RedirectAttributes next) {
        failures.clear(code);
        Notice.done(next, "已关闭故障");
        return BACK;
    }
}

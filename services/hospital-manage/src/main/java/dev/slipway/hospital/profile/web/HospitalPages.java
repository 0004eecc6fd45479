package dev.slipway.hospital.profile.web;

import dev.slipway.hospital.connection.Connection;
import dev.slipway.hospital.connection.KeyIdTaken;
import dev.slipway.hospital.page.web.Notice;
import dev.slipway.hospital.page.web.Page;
import dev.slipway.hospital.page.web.PageMissing;
import dev.slipway.hospital.profile.HospitalOpening;
import dev.slipway.hospital.profile.HospitalProfile;
import dev.slipway.hospital.profile.HospitalProfiles;
import jakarta.validation.Valid;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of hospitals, and what each says of itself. */
@Page
class HospitalPages {
    private final HospitalProfiles hospitals;
    private final HospitalOpening opening;

    HospitalPages(HospitalProfiles hospitals, HospitalOpening opening) {
        this.hospitals = hospitals;
        this.opening = opening;
    }

    @GetMapping("/")
    String all(Model model) {
        model.addAttribute("hospitals", hospitals.all());
        return "hospitals";
    }

    @GetMapping("/hospitals")
    String empty(Model model) {
        model.addAttribute("form", NewHospitalForm.EMPTY);
        return "hospital-new";
    }

    @PostMapping("/hospitals")
    String open(@Valid @ModelAttribute("form") NewHospitalForm form, BindingResult errors, RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                var connection = new Connection(form.code(), null, form.keyId(), form.key());
                if (!opening.open(form.details(), connection)) {
                    errors.rejectValue("code", "taken", "该编码已存在");
                }
            } catch (KeyIdTaken taken) {
                errors.rejectValue("keyId", "taken", "该密钥编号已被使用");
            }
        }
        if (errors.hasErrors()) {
            return "hospital-new";
        }
        Notice.done(next, "已添加，请完善医院信息");
        return "redirect:/hospitals/" + form.code() + "/profile";
    }

    @GetMapping("/hospitals/{code}/profile")
    String edit(@ModelAttribute("hospital") HospitalProfile hospital, Model model) {
        model.addAttribute("form", ProfileForm.of(hospital.details()));
        return "profile";
    }

    @PostMapping("/hospitals/{code}/profile")
    String save(
            @PathVariable String code,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult errors,
            RedirectAttributes next) {
        if (errors.hasErrors()) {
            return "profile";
        }
        if (hospitals.find(code).isEmpty()) {
            throw new PageMissing();
        }
        hospitals.replace(code, form.details());
        Notice.done(next, "已保存，尚未上传到平台");
        return "redirect:/hospitals/{code}";
    }
}

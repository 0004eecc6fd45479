package dev.slipway.hospital.connection.web;

import dev.slipway.hospital.connection.Connection;
import dev.slipway.hospital.connection.Connections;
import dev.slipway.hospital.connection.KeyIdTaken;
import dev.slipway.hospital.page.web.Notice;
import dev.slipway.hospital.page.web.Page;
import dev.slipway.hospital.page.web.PageMissing;
import dev.slipway.hospital.platform.PlatformSettings;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The platform's address and the hospital's key; a key is never shown again. */
@Page
@RequestMapping("/hospitals/{code}/settings")
class SettingsPage {
    private final Connections connections;
    private final PlatformSettings settings;

    SettingsPage(Connections connections, PlatformSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    @ModelAttribute("configuredUrl")
    URI configuredUrl() {
        return settings.url();
    }

    @GetMapping
    String show(@PathVariable String code, Model model) {
        Connection connection = connections.find(code).orElseThrow(PageMissing::new);
        URI url = connection.platformUrl();
        model.addAttribute("form", new SettingsForm(url == null ? "" : url.toString(), connection.keyId(), ""));
        return "settings";
    }

    @PostMapping
    String save(
            @PathVariable String code,
            @Valid @ModelAttribute("form") SettingsForm form,
            BindingResult errors,
            RedirectAttributes next) {
        Connection connection = connections.find(code).orElseThrow(PageMissing::new);
        if (form.key().isEmpty() && !form.keyId().equals(connection.keyId())) {
            errors.rejectValue("key", "needed", "更换密钥编号时请填写新密钥");
        }
        if (!errors.hasErrors() && !form.key().isEmpty()) {
            try {
                connections.replaceKey(code, form.keyId(), form.key());
            } catch (KeyIdTaken taken) {
                errors.rejectValue("keyId", "taken", "该密钥编号已被使用，新密钥须有新编号");
            }
        }
        if (errors.hasErrors()) {
            return "settings";
        }
        connections.moveTo(code, form.url());
        Notice.done(next, "设置已保存");
        return "redirect:/hospitals/{code}/settings";
    }
}

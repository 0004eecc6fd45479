package dev.slipway.hospital.clerk.web;

import dev.slipway.hospital.page.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form; the sign-in itself is Spring Security's. */
@Page
class SignInPage {
    @GetMapping("/sign-in")
    String show(@RequestParam(required = false) @Nullable String refused, Model model) {
        if (refused != null) {
            model.addAttribute("refused", refused.equals("locked") ? "尝试次数过多，请 15 分钟后再试。" : "用户名或密码不正确。");
        }
        return "sign-in";
    }
}

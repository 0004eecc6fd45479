package dev.slipway.hospital.page.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shown when a form is sent without its token, as after a long pause, or the address is not the clerk's. */
@Page
class RefusedPage {
    @RequestMapping("/refused")
    String show(Model model) {
        model.addAttribute("text", "页面已过期或无权访问，请返回首页重新操作。");
        return "failed";
    }
}

package dev.slipway.hospital.page.web;

import dev.slipway.hospital.profile.HospitalProfile;
import dev.slipway.hospital.profile.HospitalProfiles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** Gives each page the hospital of its address, and failures a page. Before the advice that answers with problems. */
@Order(0)
@ControllerAdvice(annotations = Page.class)
class PageAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);
    private static final Profiles WITH_FAILURES = Profiles.of("local", "dev", "test");

    private final HospitalProfiles hospitals;
    private final boolean failures;

    PageAdvice(HospitalProfiles hospitals, Environment environment) {
        this.hospitals = hospitals;
        this.failures = environment.acceptsProfiles(WITH_FAILURES);
    }

    @ModelAttribute("hospital")
    @Nullable
    HospitalProfile hospital(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables instanceof Map<?, ?> known && known.get("code") instanceof String code) {
            return hospitals.find(code).orElseThrow(PageMissing::new);
        }
        return null;
    }

    /** Whether failures may be ordered here. */
    @ModelAttribute("failures")
    boolean failures() {
        return failures;
    }

    @ExceptionHandler
    ModelAndView missing(PageMissing missing) {
        return page(HttpStatus.NOT_FOUND, "页面不存在。");
    }

    @ExceptionHandler
    ModelAndView unexpected(Exception defect, HttpServletRequest request, HttpServletResponse response) {
        LOG.error("Page failed: {} {}", request.getMethod(), request.getRequestURI(), defect);
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "系统出现问题，请稍后再试。编号：" + response.getHeader("X-Trace-Id"));
    }

    private static ModelAndView page(HttpStatus status, String text) {
        return new ModelAndView("failed", Map.of("text", text), status);
    }
}

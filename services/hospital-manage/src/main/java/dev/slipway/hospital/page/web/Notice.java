package dev.slipway.hospital.page.web;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says about what was just done.
 *
 * @param good whether it was done
 */
public record Notice(String text, boolean good) {
    /** Name under which pages find it. */
    private static final String NAME = "notice";

    public static void done(RedirectAttributes next, String text) {
        next.addFlashAttribute(NAME, new Notice(text, true));
    }

    public static void failed(RedirectAttributes next, String text) {
        next.addFlashAttribute(NAME, new Notice(text, false));
    }
}

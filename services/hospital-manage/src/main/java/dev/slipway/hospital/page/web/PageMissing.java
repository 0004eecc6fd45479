package dev.slipway.hospital.page.web;

/** There is no hospital, department, session or order for the address. */
public final class PageMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PageMissing() {
        super("No such page", null, false, false);
    }
}

package dev.slipway.hosp.setting;

/** Another setting has the hospital's code. */
public final class CodeTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CodeTaken() {
        super("The code is taken", null, false, false);
    }
}

package dev.slipway.cmn.workbook;

/** An uploaded file can't be read as a sheet of dictionary entries; nothing was applied. */
public final class NotAWorkbook extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param why one clause for a human, without anything from inside */
    public NotAWorkbook(String why) {
        super(why, null, false, false);
    }
}

package dev.slipway.oss.file;

import java.io.IOException;

/** The store can't be asked at the moment. */
public final class StoreAway extends IOException {
    private static final long serialVersionUID = 1L;

    public StoreAway(String message, Throwable cause) {
        super(message, cause);
    }
}

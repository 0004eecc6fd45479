package dev.slipway.statistics.order;

/** service-order has not answered, or not with what was asked for, in all tries. */
public final class OrderUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OrderUnavailable(Throwable cause) {
        super("service-order can't be asked", cause);
    }
}

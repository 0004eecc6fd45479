package dev.slipway.hospital.order;

/** What became of the news that an order is paid. */
public enum Payment {
    /** Now or before. */
    RECORDED,
    UNKNOWN_ORDER,
    /** The order is cancelled or was refused: the money has to go back. */
    NOT_WANTED
}

package dev.slipway.platform.report;

/** How the caller wants to be answered; read when something is printed, since options are parsed after wiring. */
public interface Preferences {
    OutputFormat format();

    /** False when the caller asked for plain text; whether there is a terminal at all is the terminal's matter. */
    boolean colour();

    boolean verbose();

    boolean debug();
}

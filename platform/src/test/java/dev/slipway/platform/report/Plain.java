package dev.slipway.platform.report;

/**
 * What somebody prefers who asked for nothing but, perhaps, colours.
 *
 * @param colour a terminal without it is not drawn on
 */
public record Plain(boolean colour) implements Preferences {
    @Override
    public OutputFormat format() {
        return OutputFormat.TABLE;
    }

    @Override
    public boolean verbose() {
        return false;
    }

    @Override
    public boolean debug() {
        return false;
    }
}

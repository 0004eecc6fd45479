package dev.slipway.platform.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many whole seconds something may last, 0 or more. */
final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
        try {
            int seconds = Integer.parseInt(value);
            if (seconds >= 0) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // said below, as for what is less than nothing
        }
        throw new TypeConversionException("'" + value + "' is no number of seconds, allowed: 0 or more, e.g. 30");
    }
}

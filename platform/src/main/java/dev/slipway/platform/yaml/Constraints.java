package dev.slipway.platform.yaml;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks a value against the annotations of its component; for a collection, each of its elements. */
final class Constraints {
    private Constraints() {}

    static Optional<String> fault(RecordComponent component, Object value) {
        Collection<?> values = value instanceof Collection<?> several ? several : List.of(value);
        for (Object one : values) {
            Optional<String> fault =
                    range(component.getAnnotation(Between.class), one).or(() -> form(component, one));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("NullAway") // an annotation that is not there is null
    private static Optional<String> range(Between bounds, Object value) {
        if (bounds == null || !(value instanceof Number number)) {
            return Optional.empty();
        }
        double written = number.doubleValue();
        if (written >= bounds.min() && written <= bounds.max()) {
            return Optional.empty();
        }
        String allowed = bounds.max() == Double.MAX_VALUE
                ? "at least " + plain(bounds.min())
                : "from " + plain(bounds.min()) + " to " + plain(bounds.max());
        return Optional.of(number + " is out of range, allowed: " + allowed);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Optional<String> form(RecordComponent component, Object value) {
        var form = component.getAnnotation(Matches.class);
        if (form == null || String.valueOf(value).matches(form.value())) {
            return Optional.empty();
        }
        return Optional.of("'" + value + "' is not allowed, allowed: " + form.allowed());
    }
}

package dev.slipway.platform.doctor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encoding and time zone.
 *
 * @param locale as the caller's environment has it; the launcher replaces one without UTF-8
 * @param fileNames the encoding that Java uses for file names
 * @param zone the variable {@code TZ}; null when it is not set
 */
public record LocaleCheck(
        String locale, String fileNames, @Nullable String zone) implements Check {
    @Override
    public List<Finding> look() {
        return List.of(encoding(), timeZone());
    }

    private Finding encoding() {
        boolean utf8 = Charset.forName(fileNames).equals(StandardCharsets.UTF_8);
        String shown = locale.isEmpty() ? "none" : locale;
        if (utf8) {
            return Finding.ok("locale", shown + ", files are named in UTF-8");
        }
        return Finding.warning("locale", shown + ", files are named in " + fileNames, "export LC_ALL=C.UTF-8");
    }

    /** Java falls back to GMT without a word when it does not know the zone. */
    private Finding timeZone() {
        String java = ZoneId.systemDefault().getId();
        if (zone == null || zone.isEmpty() || ZoneId.getAvailableZoneIds().contains(zone.replaceFirst("^:", ""))) {
            return Finding.ok("time zone", java + "; the stack stores times in UTC");
        }
        return Finding.warning(
                "time zone", "TZ is '" + zone + "', which Java reads as " + java, "export TZ=Asia/Shanghai");
    }
}

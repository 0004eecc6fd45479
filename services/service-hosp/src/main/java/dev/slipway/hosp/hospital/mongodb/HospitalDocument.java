package dev.slipway.hosp.hospital.mongodb;

import dev.slipway.hosp.hospital.BookingRule;
import dev.slipway.hosp.hospital.Hospital;
import dev.slipway.hosp.hospital.HospitalProfile;
import dev.slipway.hosp.hospital.HospitalStatus;
import dev.slipway.hosp.hospital.Region;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * @param unannounced present while the change has not been told
 */
@TypeAlias("hospital")
@Document("hospital")
record HospitalDocument(
        @Id String code,
        String name,
        String grade,
        String provinceCode,
        String cityCode,
        String districtCode,
        String address,
        @Nullable String logo,
        String intro,
        String route,
        Rule bookingRule,
        String status,
        long version,
        @Nullable Boolean unannounced,
        Instant createdAt,
        Instant updatedAt) {
    /** Times of day as {@code HH:mm}. */
    @TypeAlias("booking-rule")
    record Rule(
            int cycleDays,
            String releaseTime,
            String stopTime,
            int quitDayOffset,
            String quitTime,
            List<String> notices) {
        static Rule of(BookingRule rule) {
            return new Rule(
                    rule.cycleDays(),
                    rule.releaseTime().toString(),
                    rule.stopTime().toString(),
                    rule.quitDayOffset(),
                    rule.quitTime().toString(),
                    rule.notices());
        }

        BookingRule rule() {
            return new BookingRule(
                    cycleDays,
                    LocalTime.parse(releaseTime),
                    LocalTime.parse(stopTime),
                    quitDayOffset,
                    LocalTime.parse(quitTime),
                    notices);
        }
    }

    static HospitalDocument of(Hospital hospital, Instant now) {
        HospitalProfile profile = hospital.profile();
        return new HospitalDocument(
                hospital.code(),
                profile.name(),
                profile.grade(),
                profile.region().provinceCode(),
                profile.region().cityCode(),
                profile.region().districtCode(),
                profile.address(),
                profile.logo(),
                profile.intro(),
                profile.route(),
                Rule.of(profile.bookingRule()),
                hospital.status().word(),
                hospital.version(),
                true,
                now,
                now);
    }

    Hospital hospital() {
        return new Hospital(
                code,
                new HospitalProfile(
                        name,
                        grade,
                        new Region(provinceCode, cityCode, districtCode),
                        address,
                        logo,
                        intro,
                        route,
                        bookingRule.rule()),
                HospitalStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                version);
    }
}

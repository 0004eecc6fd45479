package dev.slipway.user.patient.web;

import dev.slipway.user.certificate.Certificate;
import dev.slipway.user.patient.PatientDetails;
import dev.slipway.user.region.Regions;
import dev.slipway.web.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** What a patient's fields must be beyond their form. */
@Component
class PatientCheck {
    private static final int OLDEST_AGE = 150;

    private final Regions regions;
    private final Clock clock;
    private final ZoneId displayZone;

    PatientCheck(Regions regions, Clock clock, ZoneId displayZone) {
        this.regions = regions;
        this.clock = clock;
        this.displayZone = displayZone;
    }

    /** @throws ProblemException 400 that names the field */
    PatientDetails checked(PatientRequest request) {
        Certificate certificate = new Certificate(request.certificateType(), request.certificateNumber());
        LocalDate today = LocalDate.ofInstant(clock.instant(), displayZone);
        certificate.fault(today).ifPresent(fault -> refuse("certificateNumber", fault));
        if (request.birthDate().isAfter(today) || request.birthDate().isBefore(today.minusYears(OLDEST_AGE))) {
            refuse("birthDate", "must be in the past, and not more than " + OLDEST_AGE + " years ago");
        }
        region("provinceCode", request.provinceCode());
        region("cityCode", request.cityCode());
        region("districtCode", request.districtCode());
        return request.details(certificate);
    }

    private void region(String field, String code) {
        if (!regions.known(code)) {
            refuse(field, "is not a region of the dictionary");
        }
    }

    private static void refuse(String field, String fault) {
        throw ProblemException.invalid(field, fault);
    }
}

package dev.slipway.hospital.demonstration;

import dev.slipway.hospital.connection.Connection;
import dev.slipway.hospital.connection.Connections;
import dev.slipway.hospital.department.Departments;
import dev.slipway.hospital.profile.HospitalProfiles;
import dev.slipway.hospital.schedule.Schedules;
import dev.slipway.hospital.schedule.Session;
import dev.slipway.hospital.upload.UploadDesk;
import dev.slipway.hospital.upload.UploadOutcome.Failed;
import dev.slipway.security.signature.RequestSignature;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps two hospitals bookable: makes them when they are not there, adds the sessions of new days, and registers all of
 * it with the platform as any hospital would. Looks again and again, so a platform that comes later, a restart and a
 * new day are all the same to it. What a clerk changed stays as it is.
 */
@Component
@Profile({"local", "dev"})
class Demonstration {
    /** The sessions of today and of as many days, less one, after it are there. */
    static final int DAYS = 14;

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    /** A day begins five minutes late here, when every clock around has reached it. */
    private static final Duration DELAY_OF_DAY = Duration.ofMinutes(5);

    private final HospitalProfiles hospitals;
    private final Connections connections;
    private final Departments departments;
    private final Schedules schedules;
    private final UploadDesk uploads;
    private final TransactionTemplate transaction;
    private final Environment environment;
    private final Clock clock;
    private final ZoneId zone;

    private volatile @Nullable LocalDate registered;
    private volatile String lastFailure = "";

    Demonstration(
            HospitalProfiles hospitals,
            Connections connections,
            Departments departments,
            Schedules schedules,
            UploadDesk uploads,
            TransactionTemplate transaction,
            Environment environment,
            Clock clock,
            ZoneId displayZone) {
        this.hospitals = hospitals;
        this.connections = connections;
        this.departments = departments;
        this.schedules = schedules;
        this.uploads = uploads;
        this.transaction = transaction;
        this.environment = environment;
        this.clock = clock;
        this.zone = displayZone;
    }

    @Scheduled(fixedDelayString = "PT3S")
    void keepBookable() {
        LocalDate day = LocalDate.ofInstant(clock.instant().minus(DELAY_OF_DAY), zone);
        if (day.equals(registered)) {
            return;
        }
        boolean all = true;
        for (DemonstrationHospital hospital : DemonstrationHospitals.ALL) {
            transaction.executeWithoutResult(status -> make(hospital));
            transaction.executeWithoutResult(status -> extend(hospital, day));
            all &= upload(hospital.code());
        }
        if (all) {
            registered = day;
            LOG.info("The demonstration hospitals are registered up to {}", day.plusDays(DAYS - 1L));
        }
    }

    private void make(DemonstrationHospital hospital) {
        String code = hospital.code();
        if (hospitals.add(code, hospital.details())) {
            String secret = environment.getRequiredProperty("demonstration-key");
            String key = RequestSignature.sign(secret, "hospital " + code);
            connections.add(new Connection(code, null, code + "-1", key));
            hospital.departments()
                    .forEach(department -> departments.add(
                            code, department.code(), department.name(), department.intro(), department.parentCode()));
        }
    }

    private void extend(DemonstrationHospital hospital, LocalDate today) {
        for (LocalDate date = today; date.isBefore(today.plusDays(DAYS)); date = date.plusDays(1)) {
            for (DemonstrationDoctor doctor : hospital.doctors()) {
                for (Session session : Session.values()) {
                    String id = doctor.scheduleId(date, session);
                    if (schedules.find(hospital.code(), id).isEmpty()
                            && departments
                                    .find(hospital.code(), doctor.departmentCode())
                                    .isPresent()) {
                        schedules.add(hospital.code(), id, doctor.details(date, session));
                    }
                }
            }
        }
    }

    private boolean upload(String hospital) {
        if (uploads.upload(hospital) instanceof Failed failed) {
            if (!failed.reason().equals(lastFailure)) {
                LOG.info("{} is registered later: {}", hospital, failed.reason());
            }
            lastFailure = failed.reason();
            return false;
        }
        return true;
    }
}

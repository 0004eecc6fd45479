package dev.slipway.user.patient;

import dev.slipway.user.account.AccountId;
import dev.slipway.user.account.Accounts;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes patients. */
@Component
public class PatientDesk {
    /** Most patients of one user. */
    public static final int MOST = 20;

    private final Patients patients;
    private final Accounts accounts;
    private final Supplier<UUID> ids;
    private final Clock clock;

    PatientDesk(Patients patients, Accounts accounts, Supplier<UUID> ids, Clock clock) {
        this.patients = patients;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Holds the account while it counts, so that many at once don't pass the limit together. Empty when there is no
     * such account.
     *
     * @throws TooManyPatients when the user has {@value #MOST} already
     */
    @Transactional
    public Optional<Patient> add(AccountId owner, PatientDetails details) {
        return accounts.held(owner.value()).map(account -> {
            if (patients.count(owner) >= MOST) {
                throw new TooManyPatients();
            }
            Patient patient = new Patient(ids.get().toString(), details, clock.instant());
            patients.add(owner, patient);
            return patient;
        });
    }

    /** Empty when the owner has no such patient. */
    @Transactional
    public Optional<Patient> replace(AccountId owner, String id, PatientDetails details) {
        return patients.replace(owner, id, details) ? patients.find(owner, id) : Optional.empty();
    }
}

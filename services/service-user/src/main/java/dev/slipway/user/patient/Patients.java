package dev.slipway.user.patient;

import dev.slipway.user.account.AccountId;
import java.util.List;
import java.util.Optional;

/** The patients, each of one user; nothing is found under another user's name. */
public interface Patients {
    /** Oldest first. */
    List<Patient> of(AccountId owner);

    Optional<Patient> find(AccountId owner, String id);

    int count(AccountId owner);

    void add(AccountId owner, Patient patient);

    /** False when the owner has no such patient. */
    boolean replace(AccountId owner, String id, PatientDetails details);

    /** False when the owner has no such patient. */
    boolean remove(AccountId owner, String id);
}

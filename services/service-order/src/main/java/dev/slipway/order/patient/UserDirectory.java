package dev.slipway.order.patient;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.order.appointment.PatientSnapshot;
import dev.slipway.order.configuration.RemoteUnavailable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Users and patients of service-user; never remembered, because both may change under their owner's hands. */
@Component
public class UserDirectory {
    private final RestClient inner;

    UserDirectory(RestClient innerClient) {
        this.inner = innerClient;
    }

    /** @param verification {@code approved} when the real name was checked */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record User(String id, String phone, String verification) {
        public boolean isVerified() {
            return verification.equals("approved");
        }
    }

    /**
     * Empty when there is no such user.
     *
     * @throws RemoteUnavailable when service-user does not answer
     */
    public Optional<User> user(String userId) {
        return read(User.class, "http://service-user/inner/users/{user}", userId);
    }

    /**
     * Empty when there is no such patient or it is another user's.
     *
     * @throws RemoteUnavailable when service-user does not answer
     */
    public Optional<PatientSnapshot> patient(String userId, String patientId) {
        return read(Patient.class, "http://service-user/inner/users/{user}/patients/{patient}", userId, patientId)
                .map(Patient::snapshot);
    }

    private <T> Optional<T> read(Class<T> type, String uri, Object... ids) {
        try {
            return Optional.ofNullable(inner.get().uri(uri, ids).retrieve().body(type));
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode() == HttpStatus.NOT_FOUND) {
                return Optional.empty();
            }
            throw new RemoteUnavailable("service-user", refused);
        } catch (RestClientException | IllegalStateException | IllegalArgumentException away) {
            throw new RemoteUnavailable("service-user", away);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Patient(
            String id,
            String name,
            String certificateType,
            String certificateNumber,
            String sex,
            LocalDate birthDate,
            String phone,
            boolean insured,
            @Nullable String cardNumber) {
        PatientSnapshot snapshot() {
            return new PatientSnapshot(
                    id, name, certificateType, certificateNumber, sex, birthDate, phone, insured, cardNumber);
        }
    }
}

package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hospital tells of appointments, with a service-order that answers as told. */
class AppointmentFactsIT extends ServiceTest {
    private static final String FETCHED = "/openapi/hosp/appointments/R-1/fetched";
    private static final String CANCELLED = "/openapi/hosp/appointments/R-1/cancelled";

    private final Others others = Others.running();

    @Test
    void isHandedOnInTheNameOfTheHospital() {
        Api api = api();
        Api.Hospital hospital = api.admitted();
        others.orderAnswers(204, "", Duration.ZERO);
        api.signed(hospital, "POST", FETCHED, null).require(204);
        api.signed(hospital, "POST", FETCHED, null).require(204);
        api.signed(hospital, "POST", CANCELLED, null).require(204);
        String path = "/inner/hospitals/" + hospital.code() + "/appointments/R-1/";
        assertThat(others.asked())
                .extracting(Others.Asked::path)
                .containsExactly(path + "fetched", path + "fetched", path + "cancelled");
        assertThat(others.asked()).allSatisfy(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(identities.verify(String.valueOf(asked.identity()))).contains(Caller.service("service-hosp"));
        });
    }

    @Test
    void anotherHospitalsAppointmentIsNeitherFetchedNorCancelled() {
        Api api = api();
        Api.Hospital a = api.admitted();
        Api.Hospital b = api.admitted();
        others.orderKnowsOnly(b.code(), "R-1");
        for (String path : List.of(FETCHED, CANCELLED)) {
            Api.Answer missing = api.signed(a, "POST", path, null).require(404);
            assertThat(missing.text("/code")).isEqualTo("not-found");
            api.signed(b.with(a.keyId(), a.key()), "POST", path, null).require(404);
            api.signed(b, "POST", path, null).require(204);
        }
        for (String odd : List.of("..%2F..%2F" + b.code() + "%2Fappointments%2FR-1", "R-1%2Ffetched")) {
            assertThat(api.signed(a, "POST", "/openapi/hosp/appointments/" + odd + "/cancelled", null)
                            .status())
                    .as(odd)
                    .isBetween(400, 499);
        }
        String own = "/inner/hospitals/" + a.code() + "/";
        String others = "/inner/hospitals/" + b.code() + "/";
        assertThat(this.others.asked())
                .extracting(Others.Asked::path)
                .allMatch(path -> path.startsWith(own) || path.startsWith(others))
                .filteredOn(path -> path.startsWith(others))
                .hasSize(2);
    }

    @Test
    void refusalsReachTheHospital() {
        Api api = api();
        Api.Hospital hospital = api.admitted();
        others.orderAnswers(
                409,
                "{\"code\":\"not-paid\",\"detail\":\"The appointment is not paid.\",\"status\":409}",
                Duration.ZERO);
        Api.Answer refused = api.signed(hospital, "POST", FETCHED, null).require(409);
        assertThat(refused.text("/code")).isEqualTo("not-paid");
        assertThat(refused.text("/detail")).isEqualTo("The appointment is not paid.");
        others.orderAnswers(409, "no JSON", Duration.ZERO);
        assertThat(api.signed(hospital, "POST", FETCHED, null).require(409).text("/code"))
                .isEqualTo("conflict");
        others.orderAnswers(404, "{}", Duration.ZERO);
        api.signed(hospital, "POST", FETCHED, null).require(404);
        for (String odd : List.of("..", "x".repeat(65))) {
            assertThat(api.signed(hospital, "POST", "/openapi/hosp/appointments/" + odd + "/fetched", null)
                            .status())
                    .as(odd)
                    .isBetween(400, 499);
        }
    }

    @Test
    void anOrderServiceThatIsAwayIs503() {
        Api api = api();
        Api.Hospital hospital = api.admitted();
        others.orderAnswers(500, "{\"detail\":\"secret inside\"}", Duration.ZERO);
        Api.Answer away = api.signed(hospital, "POST", FETCHED, null).require(503);
        assertThat(away.text("/code")).isEqualTo("appointments-unavailable");
        assertThat(away.raw().body()).doesNotContain("secret inside");
        others.orderAnswers(204, "", Duration.ofSeconds(4));
        api.signed(hospital, "POST", CANCELLED, null).require(503);
        others.orderAnswers(204, "", Duration.ZERO);
    }
}

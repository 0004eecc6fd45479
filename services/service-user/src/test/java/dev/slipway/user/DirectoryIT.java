package dev.slipway.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.identity.Caller;
import org.junit.jupiter.api.Test;

class DirectoryIT extends ServiceTest {
    private static final Caller ORDER = Caller.service("service-order");

    @Test
    void aServiceReadsAUserAndItsVerification() {
        String phone = newPhone();
        Caller user = caller(signIn(phone));
        Answer answer = as(ORDER, "GET", "/inner/users/" + user.id(), null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/id")).isEqualTo(user.id());
        assertThat(answer.text("/phone")).isEqualTo(phone);
        assertThat(answer.text("/verification")).isEqualTo("none");
        assertThat(answer.body().has("name")).isFalse();
        assertThat(as(ORDER, "GET", "/inner/users/nobody", null).status()).isEqualTo(404);
    }

    @Test
    void aServiceReadsAPatientOfThatUserAlone() {
        Caller owner = newUser();
        String id = as(owner, "POST", "/api/patients", PatientIT.patient("张三")).text("/id");
        Answer answer = as(ORDER, "GET", "/inner/users/" + owner.id() + "/patients/" + id, null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/certificateNumber")).isEqualTo("11010519491231002X");
        assertThat(answer.text("/certificateType")).isEqualTo("10");
        assertThat(answer.text("/sex")).isEqualTo("female");
        assertThat(answer.text("/birthDate")).isEqualTo("1949-12-31");
        assertThat(answer.body().at("/insured").asBoolean()).isTrue();
        assertThat(as(ORDER, "GET", "/inner/users/" + newUser().id() + "/patients/" + id, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseReadsThem() {
        Caller user = newUser();
        assertThat(as(user, "GET", "/inner/users/" + user.id(), null).status()).isEqualTo(403);
        assertThat(as(admin(), "GET", "/inner/users/" + user.id(), null).status())
                .isEqualTo(403);
        assertThat(call("GET", "/inner/users/" + user.id(), null, java.util.Map.of())
                        .status())
                .isEqualTo(401);
    }
}

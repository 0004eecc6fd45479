package dev.slipway.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.slipway.order.payment.cashier.FakeCashier;
import dev.slipway.order.payment.cashier.FakeCashier.Signed;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.fuzz.Example;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is sent, the answer is one that the published document tells of, and no server error. */
class OpenApiFuzzIT extends ServiceTest {
    private static final int ROUNDS = 40;

    private final Caller user = newUser();

    @Autowired
    FakeCashier cashier;

    @Test
    void everyAnswerIsAsDocumented() throws Exception {
        Caller everyone = new Caller(user.id(), Set.of(Role.USER, Role.ADMIN, Role.SERVICE), user.sessionId());
        OpenApiFuzzer fuzzer = new OpenApiFuzzer(URI.create("http://127.0.0.1:" + port))
                .header(IdentityTokens.HEADER, () -> identities.issue(everyone));
        patients(fuzzer);
        others(fuzzer);
        OpenApiFuzzer.Report report = fuzzer.run(ROUNDS);
        assertThat(report.faults()).isEmpty();
        assertThat(report.onlyRefused()).isEmpty();
        assertThat(report.calls()).hasSizeGreaterThanOrEqualTo(15);
    }

    private void patients(OpenApiFuzzer fuzzer) {
        String one = "/api/appointments/{number}";
        fuzzer.example("POST /api/appointments", () -> Example.call().body(wish(user, newSchedule(1))))
                .example("GET /api/appointments", Example::call)
                .example("GET " + one, numbered(this::confirmed))
                .example("POST " + one + "/cancellation", numbered(this::confirmed))
                .example("POST " + one + "/payment", numbered(this::confirmed))
                .example("GET " + one + "/payment", numbered(schedule -> {
                    String number = confirmed(schedule);
                    trade(number);
                    return number;
                }))
                .example("POST /api/dev/appointments/{number}/expiry", numbered(this::confirmed))
                .example("POST /api/payments/wechat/notifications", this::notification)
                .example("GET /cashier/{outTradeNo}", this::cashier)
                .example("POST /cashier/{outTradeNo}", () -> cashier().body(Map.of("outcome", "pay")));
    }

    private void others(OpenApiFuzzer fuzzer) {
        String hospital = "POST /inner/hospitals/{code}/appointments/{hospitalRecordId}";
        fuzzer.example("GET /admin/appointments", Example::call)
                .example("GET /admin/appointments/{number}", numbered(this::confirmed))
                .example(
                        "GET /inner/statistics/appointments",
                        () -> Example.call().with("from", "2026-11-01").with("to", "2026-11-30"))
                .example(hospital + "/fetched", () -> record(paid()))
                .example(hospital + "/cancelled", () -> record(paid()));
    }

    private static Supplier<Example> numbered(Function<String, String> number) {
        return () -> Example.call().with("number", number.apply(newSchedule(1)));
    }

    private Example cashier() {
        return Example.call().with("outTradeNo", trade(confirmed(newSchedule(1))));
    }

    private Example notification() {
        Signed told = cashier.pay(trade(confirmed(newSchedule(1)))).orElseThrow();
        try {
            Example example = Example.call().body(json.readTree(told.body()));
            for (var header : told.headers().entrySet()) {
                example = example.with(header.getKey(), header.getValue());
            }
            return example;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Example record(String number) {
        return Example.call().with("code", "H1001").with("hospitalRecordId", StandInHospital.recordId(number));
    }

    private String confirmed(String schedule) {
        return booked(user, schedule);
    }

    private String paid() {
        String number = confirmed(newSchedule(1));
        call("POST", "/cashier/" + trade(number), Map.of("outcome", "pay"), Map.of());
        return number;
    }

    private String trade(String number) {
        return as(user, "POST", "/api/appointments/" + number + "/payment", null)
                .text("/outTradeNo");
    }
}

package dev.slipway.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.security.signature.RequestSignature;
import dev.slipway.test.fuzz.Example;
import dev.slipway.test.fuzz.OpenApiFuzzer;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Whatever is sent, signed as it is, the answer is one that the published document tells of, and no server error. */
class OpenApiFuzzIT extends ServiceTest {
    private static final int ROUNDS = 60;
    private static final String ORDERS = "/api/hospitals/{code}/orders";
    private static final String FAILURE = "/api/dev/hospitals/{code}/failure";

    @Test
    void everyAnswerIsAsDocumented() throws Exception {
        House house = houses.open();
        String session = houses.session(house, 500);
        OpenApiFuzzer fuzzer = new OpenApiFuzzer(URI.create("http://127.0.0.1:" + port))
                .signed("/api/hospitals/", (method, target, body) -> new RequestSignature(
                                house.keyId(), System.currentTimeMillis(), newNumber())
                        .headers(house.key(), method, target, body));
        Example known = Example.call().with("code", house.code());
        fuzzer.example("POST " + ORDERS, () -> known.body(order(newNumber(), session)))
                .example("GET " + ORDERS + "/{number}", ordered(known, house, session))
                .example("POST " + ORDERS + "/{number}/paid", ordered(known, house, session))
                .example("POST " + ORDERS + "/{number}/cancelled", ordered(known, house, session));
        failures(fuzzer);
        OpenApiFuzzer.Report report = fuzzer.run(ROUNDS);
        assertThat(report.faults()).isEmpty();
        assertThat(report.onlyRefused()).isEmpty();
        assertThat(report.calls()).hasSizeGreaterThanOrEqualTo(7);
    }

    private Supplier<Example> ordered(Example known, House house, String session) {
        return () -> known.with("number", submitted(house, session));
    }

    private String submitted(House house, String session) {
        String number = newNumber();
        assertThat(done(() -> signed(house, "POST", "/orders", order(number, session)))
                        .status())
                .isEqualTo(201);
        return number;
    }

    private static Answer done(Callable<Answer> call) {
        try {
            return call.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** At a hospital that takes no orders meanwhile. */
    private void failures(OpenApiFuzzer fuzzer) {
        String code = houses.open().code();
        Example other = Example.call().with("code", code);
        Map<String, Object> failure = Map.of("mode", "reject", "times", 3);
        fuzzer.example("PUT " + FAILURE, () -> other.body(failure))
                .example("GET " + FAILURE, () -> {
                    String path = FAILURE.replace("{code}", code);
                    assertThat(done(() -> unsigned("PUT", path, failure)).status())
                            .isEqualTo(200);
                    return other;
                })
                .example("DELETE " + FAILURE, () -> other);
    }
}

package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What one instance has taken, the other knows. */
class TwoInstancesIT extends ServiceTest {
    @Autowired
    ConfigurableEnvironment environment;

    @Test
    void knowEachOthersNoncesLocksAndUploads() {
        try (ConfigurableApplicationContext second = start()) {
            Api one = api();
            Api two = new Api(
                    Integer.parseInt(second.getEnvironment().getRequiredProperty("local.server.port")),
                    json,
                    identities,
                    clock);
            Api.Hospital hospital = one.online("两个实例");
            String path = "/openapi/hosp/hospital";
            Map<String, String> headers = one.signature(hospital, "GET", path, "", Api.nonce());
            one.send("GET", path, null, headers).require(200);
            assertThat(two.send("GET", path, null, headers).require(401).text("/code"))
                    .isEqualTo("nonce-used");

            LocalDate day = TestClock.TODAY.plusDays(1);
            two.upload(hospital, List.of(Api.schedule("S1", day))).require(200);
            assertThat(one.upload(hospital, List.of(Api.schedule("S1", day)))
                            .require(200)
                            .text("/items/0/result"))
                    .isEqualTo("unchanged");
            one.admin("PUT", "/admin/hospital-settings/" + hospital.settingId() + "/lock", null)
                    .require(204);
            two.get("/api/hospitals/" + hospital.code()).require(404);
            two.signed(hospital, "GET", path, null).require(401);
        }
    }

    private ConfigurableApplicationContext start() {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1"));
        environment.getPropertySources().stream()
                .filter(source -> source.getName().startsWith("middleware of"))
                .map(MapPropertySource.class::cast)
                .forEach(source -> source.getSource().forEach((key, value) -> arguments.add("--" + key + "=" + value)));
        for (String key : List.of("identity-key", "data-key", "demonstration-key")) {
            arguments.add("--" + key + "=" + environment.getRequiredProperty(key));
        }
        return new SpringApplicationBuilder(HospApplication.class, TestClockConfiguration.class)
                .profiles("test", "local")
                .run(arguments.toArray(String[]::new));
    }
}

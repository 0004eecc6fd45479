package dev.slipway.order.expiry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class EarlyExpiryTests {
    @ParameterizedTest
    @CsvSource({"local, true", "dev, true", "prod, false", "test, false"})
    void isThereWhereNobodysAppointmentIsReal(String profile, boolean there) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().setActiveProfiles(profile);
            context.register(EarlyExpiryController.class);

            assertThat(context.containsBeanDefinition("earlyExpiryController")).isEqualTo(there);
        }
    }
}

package dev.slipway.order.payment.cashier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class CashierControllerTests {
    @ParameterizedTest
    @CsvSource({"local, true", "dev, true", "prod, false", "test, false"})
    void isThereWhereNobodyPaysWithMoney(String profile, boolean there) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().setActiveProfiles(profile);
            context.register(CashierController.class);

            assertThat(context.containsBeanDefinition("cashierController")).isEqualTo(there);
        }
    }
}

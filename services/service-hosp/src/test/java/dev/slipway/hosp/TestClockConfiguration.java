package dev.slipway.hosp;

import org.springframework.boot.autoconfigure.mongo.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
class TestClockConfiguration {
    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    DatabaseAnswers databaseAnswers() {
        return new DatabaseAnswers();
    }

    @Bean
    MongoClientSettingsBuilderCustomizer listened(DatabaseAnswers answers) {
        return settings -> settings.addCommandListener(answers);
    }
}

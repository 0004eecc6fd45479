package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.test.UseMiddleware.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(UseMiddlewareIT.Nothing.class)
@UseMiddleware({Kind.MYSQL, Kind.REDIS, Kind.RABBITMQ})
class UseMiddlewareIT {

    private final Environment environment;

    @Autowired
    UseMiddlewareIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void givesASchemaAndAUserThatMayUseIt() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        property("spring.datasource.url"),
                        property("spring.datasource.username"),
                        property("spring.datasource.password"));
                ResultSet row = connection.createStatement().executeQuery("SELECT DATABASE()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(property("spring.datasource.username"));
        }
        assertThat(property("mysql-password")).isEqualTo(property("spring.datasource.password"));
    }

    @Test
    void givesARedisDatabaseAndAVirtualHost() {
        assertThat(property("spring.data.redis.database")).isNotEqualTo("0");
        assertThat(property("REDIS_PORT")).isEqualTo(property("spring.data.redis.port"));
        assertThat(property("spring.rabbitmq.virtual-host")).startsWith("test");
    }

    private String property(String name) {
        return environment.getRequiredProperty(name);
    }

    @Nested
    class InANestedClass {
        @Test
        void isTheSame(@Autowired Environment nested) {
            assertThat(nested.getRequiredProperty("spring.datasource.url"))
                    .isEqualTo(property("spring.datasource.url"));
        }
    }

    @Nested
    @UseMiddleware(Kind.MYSQL)
    class WithItsOwnAnnotation {
        @Test
        void isAnother(@Autowired Environment own) {
            assertThat(own.getRequiredProperty("spring.datasource.url"))
                    .isNotEqualTo(property("spring.datasource.url"));
        }
    }

    @Configuration
    static class Nothing {}
}

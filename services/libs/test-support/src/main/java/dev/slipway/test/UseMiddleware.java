package dev.slipway.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a Spring test the servers it names. The properties set are those of a running service ({@code MYSQL_ADDRESS},
 * {@code REDIS_HOST}, {@code RABBITMQ_PORT}, {@code NACOS_ADDRESS}, {@code mysql-password}, …) and, over them,
 * {@code spring.datasource.*}, {@code spring.data.redis.*}, {@code spring.rabbitmq.*} and
 * {@code spring.data.mongodb.*} with the schema, database number and virtual host of this test alone.
 *
 * <p>"This test alone" is the class that carries the annotation: classes that inherit it from one base class share the
 * data, and Spring's context too when nothing else differs. Profile {@code test} still has to be chosen by the test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface UseMiddleware {

    Kind[] value();

    /**
     * Whether the servers run in containers ({@link DockerMiddleware}) instead; Nacos never does. Goes with
     * {@link EnabledWithDocker}.
     */
    boolean docker() default false;

    /** The servers there are. */
    enum Kind {
        MYSQL,
        REDIS,
        RABBITMQ,
        MONGODB,
        NACOS
    }
}

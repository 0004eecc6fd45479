package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The servers' own libraries stay out of the tests' class path. */
class ClassPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tools/jackson/databind/ObjectMapper.class",
                "org/apache/qpid/server/SystemLauncher.class",
                "de/bwaldvogel/mongo/MongoServer.class",
                "com/alibaba/nacos/console/NacosConsole.class",
                "org/slf4j/simple/SimpleServiceProvider.class"
            })
    void hasNoServerOnIt(String resource) {
        assertThat(ClassPathTests.class.getClassLoader().getResource(resource)).isNull();
    }
}

package dev.slipway.hospital;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the pages of a clerk who has signed in, of a hospital whose platform answers as the test says. */
abstract class ClerkTest extends ServiceTest {
    RecordingPlatform platform;
    House house;
    Browser browser;
    String base;

    @BeforeEach
    void signIn() throws Exception {
        platform = new RecordingPlatform();
        house = houses.open(platform.url());
        platform.knows(house);
        browser = new Browser(port);
        browser.signIn("clerk", CLERK_PASSWORD);
        base = "/hospitals/" + house.code();
        browser.get(base);
    }

    @AfterEach
    void stop() {
        platform.close();
    }
}

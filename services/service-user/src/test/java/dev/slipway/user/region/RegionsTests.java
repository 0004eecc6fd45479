package dev.slipway.user.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.client.ExpectedCount.once;
import static org.springframework.test.web.client.match.MockRestRequestMatchers.requestTo;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withStatus;
import static org.springframework.test.web.client.response.MockRestResponseCreators.withSuccess;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.client.MockRestServiceServer;
import org.springframework.web.client.RestClient;

class RegionsTests {
    private static final String ADDRESS = "http://service-cmn/api/dictionaries/province/values/110101";

    private final RestClient.Builder client = RestClient.builder();
    private final MockRestServiceServer dictionary =
            MockRestServiceServer.bindTo(client).build();
    private final Regions regions = new Regions(client.build());

    @Test
    void aRegionThatIsImportedIsKnownAtOnce() {
        dictionary.expect(once(), requestTo(ADDRESS)).andRespond(withStatus(HttpStatus.NOT_FOUND));
        dictionary.expect(once(), requestTo(ADDRESS)).andRespond(withSuccess());
        assertThat(regions.known("110101")).isFalse();
        assertThat(regions.known("110101")).isTrue();
        dictionary.verify();
    }

    @Test
    void aKnownRegionIsAskedForOnce() {
        dictionary.expect(once(), requestTo(ADDRESS)).andRespond(withSuccess());
        assertThat(regions.known("110101")).isTrue();
        assertThat(regions.known("110101")).isTrue();
        dictionary.verify();
    }
}

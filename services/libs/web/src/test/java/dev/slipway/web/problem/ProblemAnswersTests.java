package dev.slipway.web.problem;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest
@AutoConfigureMockMvc
@AutoConfigureObservability
@ActiveProfiles("test")
class ProblemAnswersTests {
    @Autowired
    MockMvc http;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"a","count":1,"when":"2026-01-01T00:00:00Z"}                | 200 |
            {"name":" ","count":1,"when":"2026-01-01T00:00:00Z"}                | 400 | name
            {"name":"a","count":1,"when":"2026-01-01T00:00:00Z","more":1}       | 400 | more
            {"name":7,"count":1,"when":"2026-01-01T00:00:00Z"}                  | 400 | name
            {"name":"a","count":"1","when":"2026-01-01T00:00:00Z"}              | 400 | count
            {"name":"a","count":1.5,"when":"2026-01-01T00:00:00Z"}              | 400 | count
            {"name":"a","when":"2026-01-01T00:00:00Z"}                          | 400 | count
            {"name":"a","count":1,"when":"yesterday"}                           | 400 | when
            """)
    void refusesABodyByField(String body, int status, String field) throws Exception {
        var answer = http.perform(
                        post("/things").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().is(status));
        if (field != null) {
            answer.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.code").value("invalid-request"))
                    .andExpect(jsonPath("$.errors[0].field").value(field))
                    .andExpect(content().string(not(containsString("dev.slipway"))));
        }
    }

    @ParameterizedTest
    @CsvSource({"{,400,malformed-json", "'',400,malformed-json", "[],400,invalid-request", "null,400,malformed-json"})
    void refusesWhatIsNoObject(String body, int status, String code) throws Exception {
        http.perform(post("/things").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void showsTimesWithTheDisplayOffset() throws Exception {
        http.perform(post("/things")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"a\",\"count\":1,\"when\":\"2026-01-01T00:00:00Z\"}"))
                .andExpect(jsonPath("$.when").value("2026-01-01T08:00:00+08:00"));
    }

    @Test
    void answersTheFrameworksRefusalsAsProblems() throws Exception {
        http.perform(get("/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("not-found"));
        http.perform(put("/things")).andExpect(status().isMethodNotAllowed()).andExpect(header().exists("Allow"));
        http.perform(post("/things").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.code").value("unsupported-media-type"));
        http.perform(get("/numbers/x"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("number"));
    }

    @Test
    void tellsADefectByItsTraceIdOnly() throws Exception {
        http.perform(get("/defect"))
                .andExpect(status().isInternalServerError())
                .andExpect(content().string(not(containsString("inside"))))
                .andExpect(jsonPath("$.traceId").value(matchesPattern("[0-9a-f]{32}")));
    }

    @Test
    void honoursTheClientsTrace() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        http.perform(get("/busy").header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "2"))
                .andExpect(header().string("X-Trace-Id", trace))
                .andExpect(jsonPath("$.type").value("urn:slipway:problem:too-many-codes"))
                .andExpect(jsonPath("$.title").value("Too many codes"))
                .andExpect(jsonPath("$.detail").value("Wait."))
                .andExpect(jsonPath("$.traceId").value(trace))
                .andExpect(jsonPath("$.instance").value("/busy"));
    }

    @ParameterizedTest
    @CsvSource({"page=-1,page", "size=0,size", "size=101,size", "page=x,page", "size=1e3,size"})
    void refusesAPageOutOfRange(String query, String field) throws Exception {
        http.perform(get("/pages?" + query))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void documentsWhatIsRequiredAndTheProblem() throws Exception {
        http.perform(get("/v3/api-docs"))
                .andExpect(jsonPath("$.openapi").value("3.1.0"))
                .andExpect(jsonPath("$.components.schemas.Thing.required", containsInAnyOrder("name", "count", "when")))
                .andExpect(
                        jsonPath("$.components.schemas.Thing.properties.note").exists())
                .andExpect(jsonPath("$.paths['/defect'].get.responses.default.content['application/problem+json']")
                        .exists());
    }

    @Test
    void pages() throws Exception {
        http.perform(get("/pages?page=2&size=3"))
                .andExpect(content().json("{\"items\":[\"6\"],\"page\":2,\"size\":3,\"total\":7}"));
    }

    @SpringBootApplication
    @RestController
    static class Application {
        @PostMapping("/things")
        Thing thing(@Valid @RequestBody Thing thing) {
            return thing;
        }

        @GetMapping("/numbers/{number}")
        int number(@PathVariable int number) {
            return number;
        }

        @GetMapping("/pages")
        Page<String> pages(PageRequest page) {
            return Page.of(List.of(Long.toString(page.offset())), page, 7);
        }

        @GetMapping("/defect")
        String defect() {
            throw new IllegalStateException("from the inside");
        }

        @GetMapping("/busy")
        String busy() {
            throw ProblemException.tooManyRequests("too-many-codes", "Wait.", Duration.ofMillis(1001));
        }
    }

    record Thing(
            @NotBlank String name,
            int count,
            Instant when,
            @Nullable String note) {}
}

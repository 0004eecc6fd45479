package dev.slipway.hosp.appointment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Hands on to service-order what a hospital tells of an appointment. It is told once; the hospital repeats its call. */
@Component
public class OrderDesk {
    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    private final RestClient client;
    private final IdentityTokens identities;

    OrderDesk(@Qualifier("orderClient") RestClient client, IdentityTokens identities) {
        this.client = client;
        this.identities = identities;
    }

    /** What a hospital may tell. */
    public enum Fact {
        FETCHED,
        CANCELLED
    }

    /** What service-order made of it. */
    public sealed interface Answer {
        /** Now, or by an earlier call. */
        record Taken() implements Answer {}

        /** The hospital has no such appointment. */
        record Missing() implements Answer {}

        /** @param code the problem's word of service-order */
        record Refused(String code, String detail) implements Answer {}

        /** Nobody knows; the same call may be made again. */
        record Unknown() implements Answer {}
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Problem(@Nullable String code, @Nullable String detail) {}

    public Answer tell(String hospitalCode, String hospitalRecordId, Fact fact) {
        try {
            client.post()
                    .uri(
                            "http://service-order/inner/hospitals/{code}/appointments/{record}/{fact}",
                            hospitalCode,
                            hospitalRecordId,
                            fact.name().toLowerCase(Locale.ROOT))
                    .header(IdentityTokens.HEADER, identities.issue(Caller.service("service-hosp")))
                    .retrieve()
                    .toBodilessEntity();
            return new Answer.Taken();
        } catch (HttpClientErrorException.NotFound missing) {
            return new Answer.Missing();
        } catch (HttpClientErrorException.Conflict conflict) {
            return refused(conflict);
        } catch (RestClientException | IllegalStateException | IllegalArgumentException away) {
            LOG.warn("service-order gave no answer: {}", away.toString());
            return new Answer.Unknown();
        }
    }

    private static Answer refused(HttpClientErrorException.Conflict conflict) {
        Problem problem = problem(conflict);
        return new Answer.Refused(
                problem.code() == null ? "conflict" : problem.code(),
                problem.detail() == null ? "The appointment can't be changed like that." : problem.detail());
    }

    private static Problem problem(HttpClientErrorException.Conflict conflict) {
        try {
            Problem problem = conflict.getResponseBodyAs(Problem.class);
            return problem == null ? new Problem(null, null) : problem;
        } catch (RestClientException | IllegalStateException unreadable) {
            return new Problem(null, null);
        }
    }
}

package dev.slipway.hosp.signature;

import dev.slipway.hosp.setting.HospitalKeys;
import dev.slipway.security.signature.Nonces;
import dev.slipway.security.signature.RequestSignature;
import dev.slipway.security.signature.SignatureCheck;
import dev.slipway.security.signature.SigningKey;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignatureConfiguration {
    private static final String SCHEME = "signature";

    @Bean
    SignatureCheck signatureCheck(HospitalKeys keys, Nonces nonces, Clock clock) {
        return new SignatureCheck(
                keyId -> keys.valid(keyId).map(key -> new SigningKey(key.hospitalCode(), key.value())),
                new FirstUses(keys, nonces),
                clock);
    }

    /** Documents which calls are signed. */
    @Bean
    OpenApiCustomizer signatureInDocument() {
        return document -> {
            document.getComponents().addSecuritySchemes(SCHEME, scheme());
            document.getPaths().forEach((path, item) -> {
                if (path.startsWith("/openapi/")) {
                    item.readOperations()
                            .forEach(call -> call.setSecurity(List.of(new SecurityRequirement().addList(SCHEME))));
                }
            });
        };
    }

    private static SecurityScheme scheme() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(RequestSignature.SIGNATURE_HEADER)
                .description("HMAC-SHA256 of the request, with X-Key-Id, X-Timestamp and X-Nonce");
    }
}

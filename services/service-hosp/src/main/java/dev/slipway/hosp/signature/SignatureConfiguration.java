package dev.slipway.hosp.signature;

import dev.slipway.hosp.setting.HospitalKeys;
import dev.slipway.security.signature.Nonces;
import dev.slipway.security.signature.SignatureCheck;
import dev.slipway.security.signature.SigningKey;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignatureConfiguration {
    @Bean
    SignatureCheck signatureCheck(HospitalKeys keys, Nonces nonces, Clock clock) {
        return new SignatureCheck(
                keyId -> keys.valid(keyId).map(key -> new SigningKey(key.hospitalCode(), key.value())),
                new FirstUses(keys, nonces),
                clock);
    }
}

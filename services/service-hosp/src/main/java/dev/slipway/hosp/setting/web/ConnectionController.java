package dev.slipway.hosp.setting.web;

import dev.slipway.hosp.setting.HospitalKeys;
import dev.slipway.hosp.setting.HospitalSettings;
import dev.slipway.hosp.setting.SettingStatus;
import dev.slipway.web.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How service-order reaches a hospital. */
@RestController
class ConnectionController {
    private final HospitalSettings settings;
    private final HospitalKeys keys;

    ConnectionController(HospitalSettings settings, HospitalKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** @param key what the platform signs with */
    record Connection(String apiUrl, String keyId, String key, SettingStatus status) {
        /** Never shows the key. */
        @Override
        public String toString() {
            return "Connection[" + apiUrl + ", " + keyId + ", " + status + "]";
        }
    }

    @GetMapping("/inner/hospitals/{code}/connection")
    Connection connection(@PathVariable String code) {
        return settings.ofHospital(code)
                .flatMap(setting -> keys.outgoing(code)
                        .map(key ->
                                new Connection(setting.details().apiUrl(), key.keyId(), key.value(), setting.status())))
                .orElseThrow(() -> ProblemException.notFound("The platform has no setting for this hospital."));
    }
}

package dev.slipway.hosp.demonstration;

import dev.slipway.hosp.hospital.DemonstrationSettings;
import dev.slipway.hosp.setting.CodeTaken;
import dev.slipway.hosp.setting.HospitalSettings;
import dev.slipway.hosp.setting.SettingDesk;
import dev.slipway.hosp.setting.SettingDetails;
import dev.slipway.security.signature.RequestSignature;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Admits the demonstration hospitals, whose keys both sides derive from the secret {@code demonstration-key}. Further
 * starts, and instances that start at the same time, change nothing.
 */
@Component
@Profile({"local", "dev"})
class DemonstrationHospitals implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationHospitals.class);
    private static final Map<String, String> NAMES = Map.of("H1001", "北京示范医院", "H1002", "上海示范医院");

    private final SettingDesk desk;
    private final HospitalSettings settings;
    private final DemonstrationSettings demonstration;
    private final Environment environment;

    DemonstrationHospitals(
            SettingDesk desk, HospitalSettings settings, DemonstrationSettings demonstration, Environment environment) {
        this.desk = desk;
        this.settings = settings;
        this.demonstration = demonstration;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String url = demonstration.hospitalManageUrl();
        if (url == null) {
            return;
        }
        String secret = environment.getRequiredProperty("demonstration-key");
        NAMES.forEach((code, name) -> {
            if (settings.ofHospital(code).isEmpty()) {
                admit(code, new SettingDetails(name, url + "/api/hospitals/" + code, null, null), secret);
            }
        });
    }

    private void admit(String code, SettingDetails details, String secret) {
        try {
            desk.admit(code, details, key(secret, code));
            LOG.info("The demonstration hospital {} is admitted", code);
        } catch (CodeTaken anotherInstanceWasQuicker) {
            LOG.info("The demonstration hospital {} is admitted already", code);
        }
    }

    /** The hospital's side derives the same. */
    static String key(String secret, String hospitalCode) {
        return RequestSignature.sign(secret, "hospital " + hospitalCode);
    }
}

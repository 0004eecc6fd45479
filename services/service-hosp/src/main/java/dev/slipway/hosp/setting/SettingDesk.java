package dev.slipway.hosp.setting;

import dev.slipway.messaging.outbox.Event;
import dev.slipway.messaging.outbox.Outbox;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Admits hospitals, locks them and gives out their keys. */
@Service
public class SettingDesk {
    /** How long a replaced key is still good, so that a hospital can change over without missing a call. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final int KEY_BYTES = 32;

    private final HospitalSettings settings;
    private final HospitalKeys keys;
    private final Outbox outbox;
    private final Supplier<UUID> ids;
    private final SecureRandom random;
    private final Clock clock;

    SettingDesk(
            HospitalSettings settings,
            HospitalKeys keys,
            Outbox outbox,
            Supplier<UUID> ids,
            SecureRandom random,
            Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.outbox = outbox;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** @throws CodeTaken when another setting has the code */
    @Transactional
    public HospitalKey admit(String hospitalCode, SettingDetails details) {
        return admit(hospitalCode, details, newKey());
    }

    /** Like {@link #admit(String, SettingDetails)}, with a first key that both sides know already. */
    @Transactional
    public HospitalKey admit(String hospitalCode, SettingDetails details, String key) {
        String id = ids.get().toString();
        settings.add(new HospitalSetting(id, hospitalCode, details, SettingStatus.OPEN, clock.instant()));
        HospitalKey first = HospitalKey.numbered(hospitalCode, 1, key);
        keys.add(first);
        return first;
    }

    /** Empty when there is no such setting. */
    @Transactional
    public Optional<HospitalKey> rotate(String id) {
        return settings.hold(id).map(setting -> {
            String code = setting.hospitalCode();
            keys.retireNewest(code, clock.instant().plus(OVERLAP));
            HospitalKey next = HospitalKey.numbered(code, keys.count(code) + 1, newKey());
            keys.add(next);
            return next;
        });
    }

    /** @return false when there is no such setting */
    @Transactional
    public boolean change(String id, SettingDetails details) {
        return settings.hold(id)
                .map(setting -> {
                    settings.change(id, details);
                    return true;
                })
                .orElse(false);
    }

    /** Locking a locked one changes nothing, and so does opening an open one. */
    @Transactional
    public boolean changeStatus(String id, SettingStatus status) {
        Optional<HospitalSetting> setting = settings.hold(id);
        setting.filter(known -> known.status() != status).ifPresent(known -> {
            settings.changeStatus(id, status);
            outbox.store(new Event(ids.get().toString(), HospitalChanged.TYPE, HospitalChanged.of(known, status)));
        });
        return setting.isPresent();
    }

    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

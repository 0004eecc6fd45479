package dev.slipway.hospital.department;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The departments of each hospital. */
public interface Departments {
    Optional<Department> find(String hospitalCode, String code);

    /** Parents before their children, else by code. */
    List<Department> of(String hospitalCode);

    /** @return false when there is one of this code: it is left as it is */
    boolean add(String hospitalCode, String code, String name, String intro, @Nullable String parentCode);

    void replace(String hospitalCode, String code, String name, String intro, @Nullable String parentCode);

    /** Whether it has schedules or departments below it, and so can't be removed. */
    boolean used(String hospitalCode, String code);

    void remove(String hospitalCode, String code);

    /** @param revision what was sent; later changes stay pending */
    void uploaded(String hospitalCode, String code, int revision, String result, @Nullable String reason);
}

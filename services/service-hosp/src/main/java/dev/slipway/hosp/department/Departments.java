package dev.slipway.hosp.department;

import java.util.List;
import java.util.Optional;

/** The departments of all hospitals; each call is about one of them. */
public interface Departments {
    /** In the order of their codes. */
    List<Department> of(String hospitalCode);

    Optional<Department> find(String hospitalCode, String code);

    /** Puts it in the place of the one with its code. */
    void save(String hospitalCode, Department department);

    /** @return false when there is none */
    boolean remove(String hospitalCode, String code);
}

package dev.slipway.hosp.hospital;

import dev.slipway.web.page.Page;
import dev.slipway.web.page.PageRequest;
import java.util.Optional;

/** All hospitals of the catalogue. */
public interface Hospitals {
    Optional<Hospital> find(String code);

    /** In the order of their codes. */
    Page<Hospital> search(HospitalFilter filter, PageRequest page);

    /** @return false when there is one with this code */
    boolean add(Hospital hospital);

    /** @return false when somebody else has changed it since {@code known} was read */
    boolean change(Hospital known, HospitalProfile profile);

    /** @return false when there is no such hospital; one that has the status already stays as it is */
    boolean changeStatus(String code, HospitalStatus status);
}

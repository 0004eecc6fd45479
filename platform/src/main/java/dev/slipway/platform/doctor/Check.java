package dev.slipway.platform.doctor;

import java.util.List;

/** Looks at one thing and changes nothing. */
public interface Check {
    List<Finding> look();
}

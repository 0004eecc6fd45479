package dev.slipway.hospital.demonstration;

import org.jspecify.annotations.Nullable;

/** A department of a demonstration hospital; parents stand before their children. */
record DemonstrationDepartment(
        String code, String name, String intro, @Nullable String parentCode) {}

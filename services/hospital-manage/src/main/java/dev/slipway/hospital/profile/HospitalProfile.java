package dev.slipway.hospital.profile;

import dev.slipway.hospital.platform.UploadState;

/**
 * A hospital of this instance.
 *
 * @param code unique on the platform
 */
public record HospitalProfile(String code, ProfileDetails details, UploadState upload) {}

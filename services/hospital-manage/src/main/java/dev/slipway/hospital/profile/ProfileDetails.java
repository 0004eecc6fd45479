package dev.slipway.hospital.profile;

/**
 * What a clerk may change of a hospital.
 *
 * @param grade value of the platform's dictionary {@code hospital-grade}
 * @param provinceCode six digits of GB/T 2260, as are city and district
 * @param fetchAddress where patients fetch their numbers; told with each admission
 */
public record ProfileDetails(
        String name,
        String grade,
        String provinceCode,
        String cityCode,
        String districtCode,
        String address,
        String intro,
        String route,
        String fetchAddress,
        BookingRule rule) {}

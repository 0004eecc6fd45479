package dev.slipway.hosp.hospital;

/** Codes of GB/T 2260. */
public record Region(String provinceCode, String cityCode, String districtCode) {}

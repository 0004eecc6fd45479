package dev.slipway.order.notice;

import dev.slipway.order.appointment.AppointmentNumber;

/**
 * One thing that one hospital has to be told.
 *
 * @param attempts how often it was tried in vain
 */
public record HospitalNotice(AppointmentNumber number, NoticeKind kind, String scheduleId, int attempts) {}

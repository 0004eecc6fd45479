package dev.slipway.sms.inbox;

import java.time.Instant;

/** A message as its receiver would read it. */
public record InboxMessage(String id, String template, String text, Instant sentAt) {}

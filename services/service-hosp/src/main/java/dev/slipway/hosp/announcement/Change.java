package dev.slipway.hosp.announcement;

import dev.slipway.messaging.outbox.Event;

/**
 * A changed document and the event that tells of it.
 *
 * @param document id of the document
 * @param version the version that the event tells of
 * @param event its id is made of document and version, so that telling twice is the same event
 */
public record Change(String document, long version, Event event) {}

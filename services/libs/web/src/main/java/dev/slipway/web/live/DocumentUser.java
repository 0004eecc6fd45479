package dev.slipway.web.live;

/** Somebody else than the environment who follows documents in Nacos. */
interface DocumentUser {

    void subscribeTo(NacosFeed feed);
}

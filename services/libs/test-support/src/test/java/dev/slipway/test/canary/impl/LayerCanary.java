package dev.slipway.test.canary.impl;

/** Breaks the rule on package names. */
public final class LayerCanary {}

package dev.slipway.oss.file.web;

/**
 * A file that was taken in.
 *
 * @param size bytes
 * @param url path and query that let whoever has them read the file for a while
 */
record FileView(String id, String name, long size, String contentType, String url) {}

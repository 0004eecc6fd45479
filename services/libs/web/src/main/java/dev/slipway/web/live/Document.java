package dev.slipway.web.live;

/** The name of one text held in Nacos. */
record Document(String group, String dataId) {

    /** The name of its property source; also what logs call it. */
    String sourceName() {
        return "nacos:" + group + "/" + dataId;
    }

    static boolean isSourceName(String name) {
        return name.startsWith("nacos:");
    }
}

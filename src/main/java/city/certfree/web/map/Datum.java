package city.certfree.web.map;

/** What the coordinates of map tiles refer to. The registry's own are always in WGS 84. */
public enum Datum {
    WGS_84,

    /** The datum of China's public maps, some hundred metres off: points are shifted before they are drawn. */
    GCJ_02
}

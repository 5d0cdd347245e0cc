/** The service map (政务服务地图): the offices as a list and on a map, which show the same. */
@NullMarked
package city.certfree.web.map;

import org.jspecify.annotations.NullMarked;

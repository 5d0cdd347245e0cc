package city.certfree.browser.seen;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What somebody sees of a page who sees no colours, measured on the picture's own points. */
final class GreyPicture {
    /** Two levels of 255 are rounding. */
    private static final int ROUNDING = 2;

    private final BufferedImage picture;

    private GreyPicture(BufferedImage picture) {
        this.picture = picture;
    }

    /** The part of a page that its window shows, also kept as a file. */
    static GreyPicture of(Page page, String name) {
        var png = page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
        try {
            return new GreyPicture(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of it an element takes up. */
    GreyPicture of(Locator element) {
        var box = element.boundingBox();
        int x = Math.max(0, (int) box.x);
        int y = Math.max(0, (int) box.y);
        int width = Math.min((int) Math.ceil(box.width), picture.getWidth() - x);
        int height = Math.min((int) Math.ceil(box.height), picture.getHeight() - y);
        return new GreyPicture(picture.getSubimage(x, y, width, height));
    }

    boolean isGrey() {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                int red = rgb >> 16 & 0xff;
                if (Math.abs(red - (rgb >> 8 & 0xff)) > ROUNDING || Math.abs(red - (rgb & 0xff)) > ROUNDING) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The contrast between its lightest and its darkest point, 1 to 21 (WCAG 2.2, «contrast ratio»). */
    double contrast() {
        double lightest = 0;
        double darkest = 1;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                lightest = Math.max(lightest, luminance(x, y));
                darkest = Math.min(darkest, luminance(x, y));
            }
        }
        return (lightest + 0.05) / (darkest + 0.05);
    }

    /** How much of it is dark where the other is light, or the other way round: 0 to 1. */
    double unlike(GreyPicture other) {
        int width = Math.min(picture.getWidth(), other.picture.getWidth());
        int height = Math.min(picture.getHeight(), other.picture.getHeight());
        int unlike = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                unlike += isDark(x, y) == other.isDark(x, y) ? 0 : 1;
            }
        }
        return (double) unlike / (width * height);
    }

    private boolean isDark(int x, int y) {
        return luminance(x, y) < 0.4;
    }

    private double luminance(int x, int y) {
        double level = (picture.getRGB(x, y) & 0xff) / 255.0;
        return level <= 0.04045 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
    }
}

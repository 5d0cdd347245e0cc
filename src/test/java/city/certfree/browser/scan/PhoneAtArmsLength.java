package city.certfree.browser.scan;

import city.certfree.web.QrSvg;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A code on a phone as a cheap camera sees it: small, askew, a little out of focus, in the noise of a dim hall. What falls on
 * one pixel of the camera is averaged.
 */
final class PhoneAtArmsLength {
    private static final int QUIET_ZONE = 4;
    private static final int RAYS = 4;
    private static final double ASKEW = Math.toRadians(3);
    private static final int NOISE = 6;
    private static final Color SCREEN = new Color(0xd8d8d8);
    private static final Color INK = new Color(0x303030);
    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 ([0-9]+) \\1\"");
    private static final Pattern RUN = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v1h-\\3z");

    /** Out of focus by about a pixel. */
    private static final ConvolveOp BLUR = new ConvolveOp(
            new Kernel(3, 3, new float[] {.0625f, .125f, .0625f, .125f, .25f, .125f, .0625f, .125f, .0625f}));

    private final String drawing;
    private final int side;

    PhoneAtArmsLength(String text) {
        this.drawing = QrSvg.of(text);
        var match = SIDE.matcher(drawing);
        if (!match.find()) {
            throw new IllegalStateException(drawing);
        }
        this.side = Integer.parseInt(match.group(1));
    }

    /** How many modules the code has in a row. */
    int modules() {
        return side - 2 * QUIET_ZONE;
    }

    /** The camera's picture. */
    BufferedImage seen(double pixelsPerModule) {
        var fine = new BufferedImage(CameraFilm.WIDTH * RAYS, CameraFilm.HEIGHT * RAYS, BufferedImage.TYPE_BYTE_GRAY);
        var canvas = fine.createGraphics();
        canvas.setColor(Color.DARK_GRAY);
        canvas.fillRect(0, 0, fine.getWidth(), fine.getHeight());
        canvas.translate(fine.getWidth() / 2.0, fine.getHeight() / 2.0);
        canvas.rotate(ASKEW);
        canvas.scale(pixelsPerModule * RAYS, pixelsPerModule * RAYS);
        canvas.translate(-side / 2.0, -side / 2.0);
        draw(canvas);
        canvas.dispose();
        return noisy(BLUR.filter(averaged(fine), null));
    }

    private void draw(Graphics2D canvas) {
        canvas.setColor(SCREEN);
        canvas.fill(new Rectangle2D.Double(0, 0, side, side));
        canvas.setColor(INK);
        var runs = RUN.matcher(drawing);
        while (runs.find()) {
            int x = Integer.parseInt(runs.group(1));
            int y = Integer.parseInt(runs.group(2));
            canvas.fill(new Rectangle2D.Double(x, y, Integer.parseInt(runs.group(3)), 1));
        }
    }

    private static BufferedImage averaged(BufferedImage fine) {
        var picture = CameraFilm.frame();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int sum = 0;
                for (int ray = 0; ray < RAYS * RAYS; ray++) {
                    sum += fine.getRaster().getSample(x * RAYS + ray % RAYS, y * RAYS + ray / RAYS, 0);
                }
                picture.setRGB(x, y, grey(sum / (RAYS * RAYS)));
            }
        }
        return picture;
    }

    private static BufferedImage noisy(BufferedImage picture) {
        var random = new Random(25);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int level = (picture.getRGB(x, y) & 0xff) + (int) (random.nextGaussian() * NOISE);
                picture.setRGB(x, y, grey(Math.clamp(level, 0, 255)));
            }
        }
        return picture;
    }

    private static int grey(int level) {
        return level << 16 | level << 8 | level;
    }
}

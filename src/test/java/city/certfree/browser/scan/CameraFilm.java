package city.certfree.browser.scan;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What the counter's camera sees: one picture of 1280 by 720, over and over, as the browser's camera plays it (MJPEG). */
final class CameraFilm {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    private static final int FRAMES = 10;

    private CameraFilm() {}

    /** A phone's screen that fills the height. */
    static Path ofScreen(BufferedImage screen, Path file) throws IOException {
        var frame = frame();
        var canvas = frame.createGraphics();
        int width = screen.getWidth() * HEIGHT / screen.getHeight();
        canvas.drawImage(screen, (WIDTH - width) / 2, 0, width, HEIGHT, null);
        canvas.dispose();
        return write(frame, file);
    }

    /** An empty picture: a dark hall. */
    static BufferedImage frame() {
        var frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = frame.createGraphics();
        canvas.setColor(Color.DARK_GRAY);
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        canvas.dispose();
        return frame;
    }

    static Path write(BufferedImage frame, Path file) throws IOException {
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(frame, "jpeg", jpeg);
        var film = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES; i++) {
            film.writeBytes(jpeg.toByteArray());
        }
        return Files.write(file, film.toByteArray());
    }
}

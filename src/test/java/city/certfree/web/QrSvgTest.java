package city.certfree.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrSvgTest {
    private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 ([0-9]+) \\1\"");
    private static final Pattern RUN = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v1h-\\3z");

    @ParameterizedTest
    @ValueSource(strings = {"77123456789012345679", "eyJhbGciOiJFUzI1NiIsInR5cCI6InNob3crand0In0.eyJpc3MiOiJhIn0.c2ln"})
    void drawsWhatAReaderReads(String text) throws ReaderException {
        assertEquals(text, read(QrSvg.of(text), 4));
    }

    @Test
    void drawsTheLongestTokenWithinEightyFiveModulesAndTheQuietZone() {
        var side = SIDE.matcher(QrSvg.of("x".repeat(600)));
        side.find();
        assertEquals(85 + 8, Integer.parseInt(side.group(1)));
    }

    private static String read(String svg, int pixelsPerModule) throws ReaderException {
        var side = SIDE.matcher(svg);
        side.find();
        int width = Integer.parseInt(side.group(1)) * pixelsPerModule;
        var pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        var runs = RUN.matcher(svg);
        while (runs.find()) {
            int x = Integer.parseInt(runs.group(1)) * pixelsPerModule;
            int y = Integer.parseInt(runs.group(2)) * pixelsPerModule;
            int length = Integer.parseInt(runs.group(3)) * pixelsPerModule;
            for (int row = y; row < y + pixelsPerModule; row++) {
                Arrays.fill(pixels, row * width + x, row * width + x + length, 0);
            }
        }
        var image = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        var result = new QRCodeReader().decode(image, Map.of(DecodeHintType.PURE_BARCODE, true));
        assertEquals(BarcodeFormat.QR_CODE, result.getBarcodeFormat());
        return result.getText();
    }
}

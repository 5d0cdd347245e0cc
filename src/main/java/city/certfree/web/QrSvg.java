package city.certfree.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** Draws QR codes (ISO/IEC 18004) as SVG: one path, black on white, with the quiet zone of four modules. */
public final class QrSvg {
    private static final int QUIET_ZONE = 4;

    private QrSvg() {}

    /** The code of a text at error correction level L, which leaves the modules largest. */
    public static String of(String text) {
        return of(text, "二维码");
    }

    /**
     * The code of a text, under a name of the page's language.
     *
     * @param label what a screen reader calls it: no markup
     */
    public static String of(String text, String label) {
        var matrix = matrix(text);
        int side = matrix.getWidth();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"%s\">"
                        .formatted(side, side, label)
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"" + path(matrix) + "\"/></svg>";
    }

    /** Each run of dark modules in a row is one rectangle. */
    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            int x = 0;
            while (x < matrix.getWidth()) {
                int end = x;
                while (end < matrix.getWidth() && matrix.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    int run = end - x;
                    path.append('M')
                            .append(x)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(run)
                            .append("v1h-")
                            .append(run)
                            .append('z');
                }
                x = end + 1;
            }
        }
        return path.toString();
    }

    private static BitMatrix matrix(String text) {
        try {
            var hints =
                    Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L, EncodeHintType.MARGIN, QUIET_ZONE);
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalStateException("a token fits into a QR code", e);
        }
    }
}

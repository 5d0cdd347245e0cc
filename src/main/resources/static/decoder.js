// Reads a QR code in a picture, beside the page: the page's own policy need not allow WebAssembly, and nothing stutters.

importScripts("/assets/vendor/zxing-wasm/reader.js");

// Its own default would be a public network.
ZXingWASM.prepareZXingModule({ overrides: { locateFile: file => "/assets/vendor/zxing-wasm/" + file } });

const LOOK = { formats: ["QRCode"], tryHarder: true, tryInvert: true, maxNumberOfSymbols: 1 };

// The first look is the slow one, for it loads the reader: done on white before the camera has started.
ZXingWASM.readBarcodes(new ImageData(32, 32), LOOK).then(() => postMessage({ ready: true }), () => postMessage({ broken: true }));

onmessage = async ({ data: picture }) => {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(picture, 0, 0);
  picture.close();
  const found = await ZXingWASM.readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), LOOK).catch(() => []);
  postMessage({ text: found.find(code => code.isValid)?.text ?? "" });
};

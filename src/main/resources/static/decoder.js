// Reads a QR code in a picture, beside the page: the page's own policy need not allow WebAssembly, and nothing stutters.

importScripts("/assets/vendor/zxing-wasm/reader.js");

const FILES = "/assets/vendor/zxing-wasm/";

// Its own default would be a public network. The program is fetched here, for servers that do not know its media type.
const ready = fetch(FILES + "zxing_reader.wasm")
  .then(response => response.arrayBuffer())
  .then(wasmBinary => ZXingWASM.prepareZXingModule({ overrides: { locateFile: file => FILES + file, wasmBinary }, fireImmediately: true }));

const LOOK = { formats: ["QRCode"], tryHarder: true, tryInvert: true, maxNumberOfSymbols: 1 };

// The first look is the slow one: done on white before the camera has started.
ready.then(() => ZXingWASM.readBarcodes(new ImageData(32, 32), LOOK))
  .then(() => postMessage({ ready: true }), () => postMessage({ broken: true }));

onmessage = async ({ data: picture }) => {
  await ready;
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(picture, 0, 0);
  picture.close();
  const found = await ZXingWASM.readBarcodes(context.getImageData(0, 0, canvas.width, canvas.height), LOOK).catch(() => []);
  postMessage({ text: found.find(code => code.isValid)?.text ?? "" });
};

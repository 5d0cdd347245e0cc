// The camera as a scanner. A code that stays in the picture is read once.

import { say } from "/assets/language.js";

/** Between two pictures, in milliseconds: the rest of the page needs the processor, too. */
const PAUSE = 40;

const BROKEN = ["读码程序没有启动。请用扫码枪，或者输入 20 位数字。", "The reader did not start. Use the hand scanner, or type the 20 digits."];

let decoder = null;
let broken = false;

/** Whether a picture is with the reader. */
let reading = false;

let stream = null;
let running = null;
let last = "";

/** Why there can be no camera, in words; empty: there can. */
export function missing() {
  if (!isSecureContext) {
    return say("浏览器只在 HTTPS 或 localhost 网址下允许用摄像头。请用扫码枪，或者输入 20 位数字；管理员可为本系统启用 HTTPS。",
      "The browser allows the camera only under HTTPS or localhost. Use the hand scanner, or type the 20 digits. The administrator can set up HTTPS.");
  }
  return navigator.mediaDevices?.getUserMedia && self.OffscreenCanvas ? "" : say("这个浏览器不支持摄像头。请用扫码枪，或者输入 20 位数字。",
      "This browser cannot use a camera. Use the hand scanner, or type the 20 digits.");
}

export function isOn() {
  return stream !== null;
}

/** Loads the reader ahead, so that the first picture is read at once. */
export function prepare() {
  if (!decoder) {
    decoder = new Worker("/assets/decoder.js");
    decoder.onmessage = ({ data }) => heard(data);
    decoder.onerror = () => heard({ broken: true });
  }
}

/**
 * Starts the camera.
 *
 * @param {HTMLVideoElement} video where the clerk sees the picture
 * @param {(text: string) => void} onCode is told of each new code
 * @param {(reason: string) => void} onEnd is told why it has stopped by itself, in words
 * @returns {Promise<string>} why it did not start, in words; empty: it runs
 */
export async function start(video, onCode, onEnd) {
  const reason = broken ? say(...BROKEN) : missing();
  if (reason || stream) {
    return reason;
  }
  prepare();
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: "environment" }, audio: false,
    });
  } catch (e) {
    return explained(e);
  }
  running = { video, onCode, onEnd };
  last = "";
  stream.getVideoTracks()[0].onended = () => end(say("摄像头断开了。请检查接线，再按一次。",
      "The camera was cut off. Check its cable and press again."));
  video.srcObject = stream;
  await video.play();
  look();
  return "";
}

/** Stops the camera and forgets what it read. */
export function stop() {
  stream?.getTracks().forEach(track => track.stop());
  stream = null;
  last = "";
}

function end(reason) {
  if (stream) {
    stop();
    running.onEnd(reason);
  }
}

/** Sends the next picture to the reader; only one at a time is with it. */
async function look() {
  if (!stream || reading) {
    return;
  }
  const { video } = running;
  if (document.hidden || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
    setTimeout(look, PAUSE);
    return;
  }
  reading = true;
  const picture = await createImageBitmap(video);
  decoder.postMessage(picture, [picture]);
}

function heard(answer) {
  if (answer.broken) {
    broken = true;
    end(say(...BROKEN));
  } else if (answer.text !== undefined) {
    reading = false;
    if (answer.text && answer.text !== last && stream) {
      last = answer.text;
      running.onCode(answer.text);
    }
    setTimeout(look, PAUSE);
  }
}

function explained(e) {
  switch (e.name) {
    case "NotAllowedError":
      return say("浏览器没有允许使用摄像头。请在地址栏的摄像头图标处选“允许”，再按一次。",
      "The browser does not allow the camera. Choose “Allow” at the camera sign in the address bar, then press again.");
    case "NotFoundError":
    case "OverconstrainedError":
      return say("这台电脑没有接摄像头。请用扫码枪，或者输入 20 位数字。",
      "This machine has no camera. Use the hand scanner, or type the 20 digits.");
    case "NotReadableError":
      return say("摄像头被别的程序占用。请关掉那个程序，再按一次。",
      "Another program is using the camera. Close it and press again.");
    default:
      return say("摄像头没有启动。请用扫码枪，或者输入 20 位数字。",
      "The camera did not start. Use the hand scanner, or type the 20 digits.");
  }
}

// Base64url (RFC 4648, section 5) in its one form: no padding, no other letters, and no bits left over.

/** The bytes; null when it is not of that form. */
export function fromBase64url(text) {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) {
    return null;
  }
  const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
  return toBase64url(bytes) === text ? bytes : null;
}

export function toBase64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

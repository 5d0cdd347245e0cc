// What the counter keeps in the browser for the time without a network: the last word from the service, the registry in
// short, and what was accepted. A fault of the store is an exception: nothing is accepted that could not be kept.

const NAME = "certfree-counter";
const VERSION = 1;

/** What is settled is shown for this long. */
const SHOWN = 7 * 24 * 3_600_000;

let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("kept");
      const acceptances = request.result.createObjectStore("acceptances", { keyPath: "id", autoIncrement: true });
      // A token is accepted once by this counter, in whichever tab.
      acceptances.createIndex("token", "token", { unique: true });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("the store is in use by an older page"));
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** Resolves once it is on the disk; with what the steps gave. */
async function write(store, steps) {
  const transaction = (await open()).transaction(store, "readwrite", { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error("not kept"));
  });
  steps(transaction.objectStore(store));
  return done;
}

async function read(store, ask) {
  const request = ask((await open()).transaction(store).objectStore(store));
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Keeps a thing by its name: "contact" or "registry". */
export function keep(name, thing) {
  return write("kept", kept => kept.put(thing, name));
}

/** What was kept by this name; undefined: nothing. */
export function kept(name) {
  return read("kept", store => store.get(name));
}

export function forget(name) {
  return write("kept", store => store.delete(name));
}

/**
 * Adds an acceptance.
 *
 * @returns whether it is the first of its token
 */
export async function add(acceptance) {
  try {
    await write("acceptances", store => store.add(acceptance));
    return true;
  } catch (fault) {
    if (fault?.name === "ConstraintError") {
      return false;
    }
    throw fault;
  }
}

/** All acceptances, the latest first. */
export async function acceptances() {
  return (await read("acceptances", store => store.getAll())).sort((a, b) => b.at - a.at);
}

/** Puts changed acceptances in the place of the old. */
export function change(changed) {
  return write("acceptances", store => changed.forEach(acceptance => store.put(acceptance)));
}

/** Forgets what was settled long ago. */
export async function tidy(now) {
  const old = (await acceptances()).filter(one => one.state !== "WAITING" && now - one.at > SHOWN);
  await write("acceptances", store => old.forEach(acceptance => store.delete(acceptance.id)));
}

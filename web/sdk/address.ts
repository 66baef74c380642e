/** Where a path of the server is, from the address that was given for it. It connects to nothing. */

/** The address of a path on the server; `protocol` replaces `http`. */
export function address(src: string | undefined, path: string, protocol: "http" | "ws" = "http"): URL {
  const base = src || globalThis.location?.origin;
  if (!base) throw new TypeError("src is missing: give the server's address");
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, "") + path;
  url.search = url.hash = "";
  if (protocol === "ws") url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url;
}

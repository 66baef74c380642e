/** The address after `#`, as a view: every view has a link, and back works. It never holds a token. */

export type Route =
  | { view: "boards" }
  | { view: "board"; board: string; notice?: string }
  | { view: "policy"; board: string }
  | { view: "shown"; board: string }
  | { view: "terminals" }
  | { view: "traffic" }
  | { view: "login" };

/** A board's name. */
export const BOARD = /^[a-z0-9][a-z0-9._-]{0,62}$/;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** The view of an address; what is not known is the boards. */
export function parse(hash: string): Route {
  const [first, name = "", third, id] = hash
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decoded);
  if (first === "terminals" || first === "traffic" || first === "login") return { view: first };
  if (first === "boards" && BOARD.test(name)) {
    if (third === "policy" || third === "shown") return { view: third, board: name };
    return third === "notices" && id ? { view: "board", board: name, notice: id } : { view: "board", board: name };
  }
  return { view: "boards" };
}

/** The address of a view. */
export function link(route: Route): string {
  switch (route.view) {
    case "board": {
      const board = `#/boards/${encodeURIComponent(route.board)}`;
      return route.notice === undefined ? board : `${board}/notices/${encodeURIComponent(route.notice)}`;
    }
    case "policy":
    case "shown":
      return `#/boards/${encodeURIComponent(route.board)}/${route.view}`;
    default:
      return `#/${route.view}`;
  }
}

export const go = (route: Route): void => {
  location.hash = link(route);
};

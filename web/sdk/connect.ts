/** Where a program begins: it connects to boards, with or without a storage. What a connection does is in `shell.ts`. */
import { KeptShell, restore } from "./kept.ts";
import type { Connection, ConnectOptions } from "./options.ts";
import { RecentShell } from "./recent.ts";

export type * from "./options.ts";

/** Connects to the boards and stays connected: it comes back after every end, from where it was. */
export function connect(options: ConnectOptions = {}): Connection {
  const { storage, lastSeen } = options;
  const shell = storage ? new KeptShell({ ...options, storage }) : new RecentShell(options);
  const [only, ...others] = shell.boards;
  const follow = only === undefined || others.length > 0 ? undefined : shell.follow(only);
  if (follow && lastSeen !== undefined) restore(follow, { cursor: lastSeen, snapshot: null });
  return shell;
}

/** The SDK's contents page: what a program imports. Nothing is defined here. */
export { type ConnectOptions, type Connection, type ConnectionEvents, connect, type Store, type Token } from "./connect.ts";
export type * from "./frames.ts";
export { Playhead } from "./playhead.ts";
export { type NoticeDraft, type Problem, type Published, PublishError, type PublishOptions, publish } from "./publish.ts";
export { Timeline } from "./timeline.ts";

/** Registers `<marquee-board>`: what `marquee-board.js` is built from. Loading it twice does no harm. */
import { MarqueeBoard } from "./marquee-board.ts";

if (!customElements.get("marquee-board")) customElements.define("marquee-board", MarqueeBoard);

export { MarqueeBoard };

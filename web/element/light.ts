/** The themes `light` and `auto`: their sheet, loaded where a board has one of them. */
import css from "./light.css?inline";

export default css;

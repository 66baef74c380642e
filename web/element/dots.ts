/** The skin `dots`: its sheet, loaded where a board wears it. */
import css from "./dots.css?inline";

export default css;

/** The console's entry: its styles, its parts, and the room that shows its views. Nothing is defined here. */
import "@awesome.me/webawesome/dist/styles/themes/default.css";
import "uplot/dist/uPlot.min.css";
import "./base.css";
import "./views.css";
import "@awesome.me/webawesome/dist/components/button/button.js";
import "@awesome.me/webawesome/dist/components/copy-button/copy-button.js";
import "@awesome.me/webawesome/dist/components/dialog/dialog.js";
import "@awesome.me/webawesome/dist/components/drawer/drawer.js";
import "@awesome.me/webawesome/dist/components/icon/icon.js";
import "@awesome.me/webawesome/dist/components/input/input.js";
import "@awesome.me/webawesome/dist/components/skeleton/skeleton.js";
import "@awesome.me/webawesome/dist/components/textarea/textarea.js";
import "@awesome.me/webawesome/dist/translations/zh-cn.js";
import "../element/register.ts";
import { registerIcons } from "./icons.ts";
import "./shell.ts";

registerIcons();

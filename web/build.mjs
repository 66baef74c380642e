/** `npm run build`: builds `dist`, which is committed and embedded into the server. */
import { fileURLToPath } from "node:url";
import { bundleAll } from "./bundle.mjs";

await bundleAll(fileURLToPath(new URL("dist", import.meta.url)));

/** The console's few icons, drawn here: Web Awesome would fetch its own from elsewhere, and nothing is loaded from elsewhere. */
import { registerIconLibrary } from "@awesome.me/webawesome/dist/components/icon/library.js";

/** Strokes on a grid of 16. */
const PATHS: Readonly<Record<string, string>> = {
  boards: "M2 3.5h12v6H2zM5 12.5h6M4.5 6.5h3M9.5 6.5h2",
  terminals: "M2 3h12v8H2zM8 11v2.5M5 13.5h6",
  traffic: "M2 13.5h12M2.5 10.5l3-4 3 2.5 5-6",
  policy: "M2 4h7M12 4h2M2 8h2M7 8h7M2 12h6M11 12h3M10.5 2.5v3M5.5 6.5v3M9.5 10.5v3",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5l3 3",
  close: "M4 4l8 8M12 4l-8 8",
  xmark: "M4 4l8 8M12 4l-8 8",
  copy: "M5.5 5.5h8v8h-8zM3 10.5H2.5v-8h8V3",
  check: "M3 8.5l3.5 3.5L13 4.5",
  edit: "M10.5 3l2.5 2.5-7.5 7.5H3v-2.5zM9 4.5L11.5 7",
  retract: "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9",
  details: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 7.5v3.5M8 5v.2",
  theme: "M8 2.5a5.5 5.5 0 1 0 5.5 5.5A4 4 0 0 1 8 2.5z",
  language: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM2.5 8h11M8 2.5c-4 3.5-4 7.5 0 11M8 2.5c4 3.5 4 7.5 0 11",
  help: "M1.5 4h13v8.5h-13zM4 6.5h.2M7 6.5h.2M10 6.5h.2M12 6.5h.2M5 10h6",
  user: "M8 2.5a2.5 2.5 0 1 1 0 5.5 2.5 2.5 0 0 1 0-5.5zM3 13.5c.5-3 2.5-4 5-4s4.5 1 5 4",
  warning: "M8 2.5l6 11H2zM8 6.5v3.5M8 11.8v.2",
  "chevron-down": "M4 6l4 4 4-4",
  "chevron-right": "M6 4l4 4-4 4",
  eye: "M1.5 8c3.5-5.5 9.5-5.5 13 0-3.5 5.5-9.5 5.5-13 0zM8 6.2a1.8 1.8 0 1 1 0 3.600 1.8 1.8 0 0 1 0-3.600z",
  "eye-slash": "M1.5 8c3.5-5.5 9.5-5.5 13 0-3.5 5.5-9.5 5.5-13 0zM3 13L13 3",
};

const svg = (name: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" ` +
  `stroke-linecap="round" stroke-linejoin="round"><path d="${PATHS[name] ?? PATHS.details ?? ""}"/></svg>`;

/** Both libraries that components ask are ours. */
export function registerIcons(): void {
  const resolver = (name: string): string => `data:image/svg+xml,${encodeURIComponent(svg(name))}`;
  for (const library of ["default", "system"]) registerIconLibrary(library, { resolver });
}

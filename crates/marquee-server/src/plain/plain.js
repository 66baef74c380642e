// The few lines of the plain page: what the server says is on is put in when its time comes. It plays nothing itself.
const [on, active, state] = ["on", "active", "state"].map((id) => document.getElementById(id));
const policy = self.trustedTypes?.createPolicy("marquee", { createHTML: (html) => html });
const token = new URLSearchParams(location.search).get("token");
const query = new URLSearchParams({ board: document.body.dataset.board, terminal: "html", ...(token && { token }) });
const source = new EventSource(`/v1/sse?${query}`);
let ahead = 0;
let waiting = 0;
const listen = (name, fn) => source.addEventListener(name, (event) => fn(JSON.parse(event.data)));
const put = (element, html) => (element.innerHTML = policy ? policy.createHTML(html) : html);
const item = (id) => [...active.children].find((one) => one.dataset.id === id);
// The newest takes the place of whatever waits.
const at = (time, fn) => {
  clearTimeout(waiting);
  const wait = time - ahead - Date.now();
  if (wait > 0) waiting = setTimeout(fn, wait);
  else fn();
};
listen("hello", ({ server_time }) => (ahead = server_time - Date.now()));
listen("show", ({ id, from, fragment }) =>
  at(from, () => {
    put(on, fragment);
    on.dataset.id = id;
    const known = item(id) ?? active.insertBefore(document.createElement("li"), active.firstChild);
    known.dataset.id = id;
    put(known, fragment);
  }),
);
listen("clear", ({ id }) =>
  at(0, () => {
    if (id === undefined || on.dataset.id === id) on.replaceChildren();
    item(id)?.remove();
  }),
);
source.onopen = () => (state.textContent = "");
source.onerror = () => (state.textContent = "Out of touch: this is the last known state. 连接中断,显示最后已知内容");

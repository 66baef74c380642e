// The few lines of the plain page: what the server says is on is put in when its time comes. It plays nothing itself.
const [on, state] = ["on", "state"].map((id) => document.getElementById(id));
const policy = self.trustedTypes?.createPolicy("marquee", { createHTML: (html) => html });
const trusted = (html) => (policy ? policy.createHTML(html) : html);
const token = new URLSearchParams(location.search).get("token");
const query = new URLSearchParams({ board: document.body.dataset.board, terminal: "html", ...(token && { token }) });
const source = new EventSource(`/v1/sse?${query}`);
let ahead = 0;
let waiting = 0;
let listed = 0;
const listen = (name, fn) => source.addEventListener(name, (event) => fn(JSON.parse(event.data)));
// The newest takes the place of whatever waits.
const at = (time, fn) => {
  clearTimeout(waiting);
  const wait = time - ahead - Date.now();
  if (wait > 0) waiting = setTimeout(fn, wait);
  else fn();
};
// The list is the server's, looked at again soon after something has changed.
const list = () => {
  listed ||= setTimeout(async () => {
    listed = 0;
    const answer = await fetch(location.href).catch(() => undefined);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(trusted(await answer.text()), "text/html");
    document.getElementById("active").replaceWith(page.getElementById("active"));
  }, 2_000);
};
listen("hello", ({ server_time }) => (ahead = server_time - Date.now()));
listen("show", ({ id, from, fragment }) => {
  at(from, () => {
    on.innerHTML = trusted(fragment);
    on.dataset.id = id;
  });
  list();
});
listen("clear", ({ id }) => {
  if (id === undefined || on.dataset.id === id) at(0, () => on.replaceChildren());
  list();
});
source.onopen = () => (state.textContent = "");
source.onerror = () => (state.textContent = "Out of touch: this is the last known state. 连接中断,显示最后已知内容");

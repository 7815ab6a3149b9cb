// The page's side of the worker: questions go out, answers come back, later ones overtake.

export class Client {
  // `head` is the promise of the bytes of the index' head, which were asked for already.
  constructor(base, head) {
    this.base = base;
    this.head = head;
    this.waiting = new Map();
    this.next = 1;
    this.worker = new Worker(new URL("search.js", import.meta.url), { type: "module" });
    this.worker.addEventListener("message", ({ data: { id, answer, fault } }) => {
      const { resolve, reject } = this.waiting.get(id);
      this.waiting.delete(id);
      if (fault) reject(new Error(fault));
      else resolve(answer);
    });
    this.worker.addEventListener("error", () => {
      for (const { reject } of this.waiting.values()) reject(new Error("unreachable"));
      this.waiting.clear();
    });
  }

  // Reads the head of the index ahead of the first question.
  ready() {
    return this.ask(null);
  }

  async ask(request) {
    const head = await this.head;
    this.head = null;
    return new Promise((resolve, reject) => {
      const id = this.next++;
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, base: this.base, head, request });
    });
  }
}

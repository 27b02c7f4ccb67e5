/** What tldraw asks of a browser and jsdom lacks, so that a real editor runs in a unit test. */
if (typeof window !== 'undefined') {
  window.matchMedia ??= (query) =>
    ({
      matches: false,
      media: query,
      onchange: null,
      addEventListener() {},
      removeEventListener() {},
      addListener() {},
      removeListener() {},
      dispatchEvent: () => false,
    }) as MediaQueryList
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  globalThis.FontFace ??= class {
    load() {
      return Promise.resolve(this)
    }
  } as unknown as typeof FontFace
  if (!document.fonts) {
    Object.defineProperty(document, 'fonts', {
      value: {
        add() {},
        delete() {},
        load: async () => [],
        ready: Promise.resolve(),
        *[Symbol.iterator]() {},
      },
    })
  }
}

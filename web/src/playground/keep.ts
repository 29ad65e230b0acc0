// What the playground keeps while its browser tab is open. Headers may hold secrets, and GraphiQL's history would keep them
// although it is told not to.
const withHeaders = new Set(['graphiql:tabState', 'graphiql:queries', 'graphiql:favorites'])

type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'>

/** A storage that keeps everything but headers. */
export function withoutHeaders(storage: Storage): Keeping {
  return {
    getItem: (key) => storage.getItem(key),
    removeItem: (key) => storage.removeItem(key),
    clear: () => storage.clear(),
    get length() {
      return storage.length
    },
    setItem(key, value) {
      if (key !== 'graphiql:headers') storage.setItem(key, withHeaders.has(key) ? stripped(value) : value)
    },
  }
}

function stripped(json: string): string {
  return JSON.stringify(JSON.parse(json, (key, value: unknown) => (key === 'headers' ? null : value)))
}

/** Where the documents of rooms are: ws:// or wss://host/sync */
export function syncUrl(): string {
  const { protocol, host } = window.location
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`
}

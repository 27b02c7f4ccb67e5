import type { RoomLinks } from '../../rooms/api.ts'

const OWN_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** The link as others in the network can open it: for them, `localhost` would be their own machine. */
export function forOthers(link: string, { localOnly, addresses }: Omit<RoomLinks['reach'], 'start'>): string {
  const url = new URL(link)
  const [address] = addresses
  if (localOnly || !address || !OWN_MACHINE.test(url.hostname)) return link
  return new URL(`${url.pathname}${url.search}${url.hash}`, address).href
}

/** What to say when a board stays closed, by HTTP status or by close code of the sync connection. */
export function refusalWords(code: number, reason: string): { title: string; text: string } {
  switch (code) {
    case 401:
    case 4401:
      return {
        title: 'This link no longer opens the board.',
        text: 'It is damaged or was replaced by a new one. Ask whoever sent it for the new link.',
      }
    case 403:
    case 4403:
      return {
        title: 'This link does not allow that.',
        text: 'Ask whoever sent it for a link that does.',
      }
    case 404:
    case 4404:
      return { title: 'No board at this address.', text: 'Check the link, or start from your own boards.' }
    case 4409:
      return {
        title: 'This page is older than the board.',
        text: 'Reload it to get the current version of Drillboard.',
      }
    case 4413:
      return {
        title: 'The board is full.',
        text: reason || 'Your last edit would have made it larger than the server allows.',
      }
    default:
      return {
        title: 'The server closed this board.',
        text: reason || `It gave the code ${code}. Reload to try again.`,
      }
  }
}

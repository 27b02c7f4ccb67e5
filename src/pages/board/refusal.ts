/** What to say when a board stays closed, and what helps. */
export interface RefusalWords {
  readonly title: string
  readonly text: string
  /** reload: a newer page will do. again: it opens by itself once the server has room or is well. */
  readonly remedy?: 'reload' | 'again'
}

const NOT_THIS_ROLE = {
  title: 'This link does not allow that.',
  text: 'Ask whoever sent it for a link that does.',
}

/** By HTTP status or by close code of the sync connection; `reason` is the server's own sentence. */
export function refusalWords(code: number, reason: string): RefusalWords {
  switch (code) {
    case 401:
    case 4401:
      return noAccess(reason)
    case 403:
    case 4403:
      return reason.includes('interviewers')
        ? { title: 'This part is for interviewers.', text: 'Ask whoever sent the link for an interviewer’s.' }
        : NOT_THIS_ROLE
    case 404:
    case 4404:
      return {
        title: 'No board at this address.',
        text: 'Check the link. If it opened before, the server was perhaps started with another data folder: whoever runs it starts it with the DATA_DIR it had.',
      }
    case 4409:
      return {
        title: 'This page is older than the board.',
        text: 'Reload it to get the current version of Drillboard.',
        remedy: 'reload',
      }
    case 4413:
      return {
        title: 'The board is full.',
        text: reason || 'Your last edit would have made it larger than the server allows.',
      }
    case 4500:
      return {
        title: reason || 'The server has trouble.',
        text: 'The board opens here by itself once that is over.',
        remedy: 'again',
      }
    case 4529:
      return { ...noPlace(reason), remedy: 'again' }
    default:
      return {
        title: 'The server closed this board.',
        text: reason || `It gave the code ${code}. Reload to try again.`,
        remedy: 'reload',
      }
  }
}

function noAccess(reason: string): RefusalWords {
  if (reason.includes('expired')) {
    return { title: 'This link has expired.', text: 'Ask whoever sent it for a new one.' }
  }
  if (reason.includes('replaced')) {
    return {
      title: 'This link was replaced or taken back.',
      text: 'It opens the board no more. Ask whoever sent it for a new one.',
    }
  }
  return {
    title: 'This link does not open the board.',
    text: 'Part of it is missing or changed. Copy all of it, or ask whoever sent it for a new one.',
  }
}

function noPlace(reason: string): Omit<RefusalWords, 'remedy'> {
  if (reason.startsWith('No more')) {
    return {
      title: 'The board is full.',
      text: `${reason} It opens here by itself soon after somebody leaves.`,
    }
  }
  return {
    title: 'Too many connects from your address.',
    text: 'The server asks to wait a moment. The board opens here by itself.',
  }
}

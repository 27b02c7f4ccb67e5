import { Button } from '../../look/Button.tsx'
import { Notice } from '../../look/Notice.tsx'
import type { RoomKey } from '../../rooms/api.ts'
import type { Connection, Offline } from '../../sync/connection.ts'
import type { Room } from '../../sync/openRoom.ts'
import { OtherLink } from './OtherLink.tsx'
import { refusalWords } from './refusal.ts'
import { TryAgain } from './TryAgain.tsx'

type Said = Extract<Connection, { code: number }>

interface ClosedProps {
  board: RoomKey
  room: Room
  connection: Said
}

/** In place of a board that does not open and of which this device has no copy: why, and what to do. */
export function Closed({ board, room, connection }: ClosedProps) {
  if (connection.kind === 'offline') return <Waiting connection={connection} onTry={room.tryAgain} />
  const { title, text, remedy } = refusalWords(connection.code, connection.reason)
  return (
    <Notice
      title={title}
      actions={
        <>
          {remedy === 'reload' && <Reload />}
          <OtherLink board={board} code={connection.code} />
        </>
      }
    >
      {text}
    </Notice>
  )
}

function Waiting({ connection, onTry }: { connection: Offline; onTry: () => void }) {
  const { title, text } = connection.code === 0 ? NO_ANSWER : refusalWords(connection.code, connection.reason)
  return (
    <Notice title={withoutNotSaved(title)} actions={<TryAgain connection={connection} onTry={onTry} />}>
      {text}
    </Notice>
  )
}

/** Nothing of whoever only wants to open a board was to be saved. */
function withoutNotSaved(title: string): string {
  return title.replace(/^Not saved: (.)/, (_, first: string) => first.toUpperCase())
}

const NO_ANSWER = {
  title: 'The server does not answer.',
  text: 'This device has no copy of the board. It opens here as soon as the server is back.',
}

export function Reload() {
  return <Button onClick={() => window.location.reload()}>Reload</Button>
}

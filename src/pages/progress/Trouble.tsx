import { deviceStorage } from '../../device/deviceStorage.ts'
import { counted } from '../../domain/progress/headline.ts'

interface TroubleProps {
  /** Rooms whose kept run could not be read. */
  damaged: readonly string[]
  /** Rooms whose run is in this tab only. */
  unkept: ReadonlySet<string>
}

/** What is wrong with the keeping of runs, and what to do about it. */
export function Trouble({ damaged, unkept }: TroubleProps) {
  const sentences = [
    ...(deviceStorage.lasts ? [] : ['This browser forbids storage: runs are gone once this tab is closed.']),
    ...(unkept.size > 0
      ? [
          `This browser’s storage is full: ${counted(unkept.size, 'run')} will be gone once this tab is closed. Export them, or free some room.`,
        ]
      : []),
    ...(damaged.length > 0
      ? [
          `${counted(damaged.length, 'kept run')} could not be read and ${damaged.length === 1 ? 'was' : 'were'} set aside. Open the board again, and its run is kept anew.`,
        ]
      : []),
  ]
  if (sentences.length === 0) return null
  return (
    <div role="status" className="progress-trouble">
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

import { useEffect, useState } from 'react'
import { boardSchema, CONTAINER_TYPES } from '../../../shapes/schemas.ts'
import { mayRate, type RoomInfo, type RoomKey } from '../../rooms/api.ts'
import { openRunEvents, type RunEvents } from '../../rooms/runEvents.ts'
import { syncUrl } from '../../rooms/syncUrl.ts'
import { type OpenRecords, openRecords } from '../../sync/openRecords.ts'
import { type OpenRun, openRun } from '../../sync/openRun.ts'

/** What a debrief is read from, and, for who may rate, where ratings go. */
export interface OpenedDebrief {
  readonly run: OpenRun
  readonly records: OpenRecords
  readonly events: RunEvents | null
}

/** A room's run and board, followed while the page is shown; null before that. */
export function useOpenedDebrief({ room, token }: RoomKey, { role, mode }: RoomInfo): OpenedDebrief | null {
  const [opened, setOpened] = useState<OpenedDebrief | null>(null)
  useEffect(() => {
    const place = { syncUrl: syncUrl(), room, token }
    const run = openRun(place)
    const records = openRecords({ ...place, schema: boardSchema, containerTypes: CONTAINER_TYPES })
    const events = mayRate(role, mode) ? openRunEvents({ room, token }) : null
    setOpened({ run, records, events })
    return () => {
      run.close()
      records.close()
      events?.close()
    }
  }, [room, token, role, mode])
  return opened
}

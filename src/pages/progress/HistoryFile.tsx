import { type ChangeEvent, useRef, useState } from 'react'
import { saveFile } from '../../device/saveFile.ts'
import { writeHistory } from '../../domain/progress/historyFile.ts'
import type { RunRecord } from '../../domain/progress/runRecord.ts'
import { Button } from '../../look/Button.tsx'
import { importHistory } from './importHistory.ts'

const HISTORY_FILE = { title: 'drillboard-progress', ending: 'json', type: 'application/json' }

/** All runs into one file, and runs out of one. */
export function HistoryFile({ records }: { records: readonly RunRecord[] }) {
  const input = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<Awaited<ReturnType<typeof importHistory>> | null>(null)
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    if (!file) return
    try {
      setOutcome(await importHistory(file))
    } finally {
      // The same file can be chosen again once it has been mended.
      target.value = ''
    }
  }
  const isEmpty = records.length === 0
  return (
    <>
      <p className="list-count">Runs are kept in this browser only. A file takes them to another.</p>
      <div className="progress-actions">
        <Button
          disabled={isEmpty}
          title={isEmpty ? 'There is no run to export yet.' : undefined}
          onClick={() => saveFile(writeHistory(records), HISTORY_FILE)}
        >
          Export
        </Button>
        <Button onClick={() => input.current?.click()}>Import</Button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Progress file"
        onChange={(event) => void choose(event)}
      />
      <p role="status" className="list-count">
        {outcome?.said}
      </p>
      <p role="alert" className="progress-refused">
        {outcome?.refused}
      </p>
    </>
  )
}

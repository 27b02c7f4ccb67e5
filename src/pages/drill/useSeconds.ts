import { useEffect, useState } from 'react'

const SHOWN_EVERY_MS = 200

/** The seconds that a running clock has counted, renewed a few times a second; it stands where `isRunning` is false. */
export function useSeconds(read: () => number, isRunning: boolean): number {
  const [seconds, setSeconds] = useState(read)
  useEffect(() => {
    setSeconds(read())
    if (!isRunning) return
    const timer = setInterval(() => setSeconds(read()), SHOWN_EVERY_MS)
    return () => clearInterval(timer)
  }, [read, isRunning])
  return seconds
}

import { useEffect } from 'react'
import { Notice } from '../../look/Notice.tsx'

export function NoPage() {
  useEffect(() => {
    document.title = 'No board here – Drillboard'
  }, [])
  return <Notice title="No board at this address.">Check the link, or start from your own boards.</Notice>
}

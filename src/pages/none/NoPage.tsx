import { useEffect } from 'react'
import { Notice } from '../../look/Notice.tsx'

export function NoPage() {
  useEffect(() => {
    document.title = 'No page here – Drillboard'
  }, [])
  return <Notice title="No page at this address.">Check the link, or start from your own boards.</Notice>
}

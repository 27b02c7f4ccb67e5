import type { RoomLinks } from '../../rooms/api.ts'

/** How far the links reach, and what to do where that is not beyond this machine. */
export function Reach({ reach }: { reach: RoomLinks['reach'] }) {
  if (reach.localOnly) {
    return (
      <div className="share-reach">
        <h3>These links work on this machine only</h3>
        <p>
          The server listens to this machine alone. To let others in, stop it and start it with{' '}
          <code className="mono">{reach.start ?? 'HOST=0.0.0.0 npm start'}</code>
          {reach.start ? ' and any other settings it has, ' : ' and the same settings otherwise, '}
          then share again.
        </p>
        {reach.addresses.length > 0 && (
          <Addresses lead="In your network it will then be" addresses={reach.addresses} />
        )}
      </div>
    )
  }
  if (reach.addresses.length === 0) return null
  return (
    <div className="share-reach">
      <Addresses lead="In your network this server is" addresses={reach.addresses} />
    </div>
  )
}

function Addresses({ lead, addresses }: { lead: string; addresses: readonly string[] }) {
  return (
    <p>
      {lead}{' '}
      {addresses.map((address, index) => (
        <span key={address}>
          {index > 0 && ', '}
          <code className="mono">{address}</code>
        </span>
      ))}
      .
    </p>
  )
}

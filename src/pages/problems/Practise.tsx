import { type FormEvent, useState } from 'react'
import { frameworks } from '../../../templates/frameworks/index.ts'
import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'
import { nameOfChosen } from '../../../templates/problems/index.ts'
import type { Problem, Variant } from '../../../templates/problems/problem.ts'
import { Button } from '../../look/Button.tsx'
import { boardPath, goTo } from '../../rooms/address.ts'
import { createRoom } from '../../rooms/api.ts'
import { rememberBoard } from '../../rooms/visited.ts'
import { SlotChoice } from './SlotChoice.tsx'
import { VariantChoice } from './VariantChoice.tsx'

/** How to practise a problem alone: as which variant, by which framework, in how many minutes. */
export function Practise({ problem }: { problem: Problem }) {
  const [variant, setVariant] = useState<Variant | null>(null)
  const [framework, setFramework] = useState(sevenSteps)
  const [slot, setSlot] = useState(45)
  const [ready, setReady] = useState(false)
  const { isBusy, error, begin } = useBegin()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const chosen = { problem: nameOfChosen({ problem, variant }), framework: framework.id, slot, ready }
    void begin({ mode: 'solo', template: 'seven-steps', ...chosen }, problem.title)
  }
  return (
    <form className="practise" onSubmit={submit} aria-label={`Practise ${problem.title}`}>
      <VariantChoice problem={problem} chosen={variant} onChoose={setVariant} />
      <div className="practise-plan">
        <label htmlFor={`${problem.id}-framework`}>Framework</label>
        <div>
          <select
            id={`${problem.id}-framework`}
            value={framework.id}
            onChange={({ target }) =>
              setFramework(frameworks.find(({ id }) => id === target.value) ?? sevenSteps)
            }
          >
            {frameworks.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <p>{framework.about}</p>
        </div>
      </div>
      <SlotChoice id={problem.id} onChoose={setSlot} />
      <label className="practise-ready">
        <input type="checkbox" checked={ready} onChange={({ target }) => setReady(target.checked)} />
        Cards are laid out in each step, ready to be filled in
      </label>
      <div className="practise-actions">
        <Button look="main" type="submit" disabled={isBusy}>
          Practise alone
        </Button>
        <p role="alert">{error}</p>
      </div>
    </form>
  )
}

/** Makes a room on the server and opens it. */
function useBegin() {
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState('')
  async function begin(asked: Parameters<typeof createRoom>[0], title: string) {
    setBusy(true)
    setError('')
    try {
      const { room, tokens } = await createRoom(asked)
      const token = tokens.owner ?? ''
      rememberBoard({ room, token, role: 'owner', title, visitedAt: Date.now(), thumbnail: null })
      goTo(boardPath(room, token))
    } catch (reason) {
      setBusy(false)
      setError(reason instanceof Error ? reason.message : String(reason))
    }
  }
  return { isBusy, error, begin }
}

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type Editor, useValue } from 'tldraw'
import { closeDialog, designFile, focusCanvas } from '../../canvas/boardDialog.ts'
import { Button } from '../../look/Button.tsx'
import { Dialog } from '../../look/Dialog.tsx'
import { addDesign } from './addDesign.ts'
import { DesignPicture } from './DesignPicture.tsx'
import { designWords } from './designWords.ts'
import { type Look, useLook } from './useLook.ts'
import './designFile.css'

/** Of what was not understood, so many are listed; the rest is counted. */
const MOST_WARNINGS = 50

/** What a chosen file would put on the board, and the button that puts it there. */
export function ImportDialog({ editor }: { editor: Editor }) {
  const file = useValue('design file', () => designFile(editor).get(), [editor])
  const look = useLook(editor, file)
  const [problem, setProblem] = useState<string | null>(null)
  const close = () => closeDialog(editor)
  // Nothing beside an open dialog takes the focus: only once it is gone.
  useEffect(() => () => focusCanvas(editor), [editor])
  const add = (found: Look & { kind: 'design' }) => {
    const said = addDesign(editor, found.design, found.place)
    setProblem(said)
    if (said === null) close()
  }
  const refused = problem ?? (look.kind === 'refused' ? look.why : null)
  return (
    <Dialog title="Import design" className="design-file" onClose={close}>
      {file && <p className="design-file-name">{file.name}</p>}
      {look.kind === 'none' && (
        <p className="design-file-intro">
          A design file is what “Export design” saves: the parts of a board, their properties and their links,
          as JSON. You see what is in it before anything changes here.
        </p>
      )}
      {look.kind === 'reading' && <p role="status">Reading the file…</p>}
      {refused !== null && <Refused why={refused} />}
      {look.kind === 'design' && <Preview look={look} />}
      <div className="design-file-buttons">
        <ChooseFile
          isFirst={look.kind !== 'design'}
          onFile={(chosen) => {
            setProblem(null)
            designFile(editor).set(chosen)
          }}
        />
        <span className="design-file-gap" />
        <Button look="quiet" onClick={close}>
          Cancel
        </Button>
        {look.kind === 'design' && problem === null && <Add onAdd={() => add(look)} />}
      </div>
    </Dialog>
  )
}

function Refused({ why }: { why: string }) {
  return (
    <div role="alert" className="design-file-refused">
      <p>{why}</p>
      <p>Nothing on the board has changed.</p>
    </div>
  )
}

function Add({ onAdd }: { onAdd: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Button ref={button} look="main" onClick={onAdd}>
      Add to this board
    </Button>
  )
}

function Preview({ look: { design, warnings, drawing } }: { look: Look & { kind: 'design' } }) {
  return (
    <>
      <p>{designWords(design)}</p>
      <DesignPicture drawing={drawing} />
      {warnings.length > 0 && (
        <Warnings count={warnings.length}>
          {warnings.slice(0, MOST_WARNINGS).map(({ where, what }) => (
            <li key={`${where} ${what}`}>
              <code>{where}</code> {what}
            </li>
          ))}
        </Warnings>
      )}
    </>
  )
}

function Warnings({ count, children }: { count: number; children: ReactNode }) {
  const headingId = useId()
  const more = count - MOST_WARNINGS
  return (
    <section className="design-file-warnings" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {count === 1 ? '1 thing was not understood' : `${count} things were not understood`}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard */}
      <ul tabIndex={0} aria-labelledby={headingId}>
        {children}
        {more > 0 && <li>and {more.toLocaleString('en-GB')} more like these</li>}
      </ul>
    </section>
  )
}

/** The browser's own choice of a file, as a button of ours. */
function ChooseFile({ isFirst, onFile }: { isFirst: boolean; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFirst) button.current?.focus()
  }, [isFirst])
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        aria-label="Design file"
        className="design-file-input"
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file) onFile(file)
        }}
      />
      <Button
        ref={button}
        data-focus-first={isFirst || undefined}
        look={isFirst ? 'main' : undefined}
        onClick={() => input.current?.click()}
      >
        {isFirst ? 'Choose a file…' : 'Choose another…'}
      </Button>
    </>
  )
}

import type { Editor } from 'tldraw'

const QUIET_MS = 1500
const QUIET_AT_MOST_MS = 5000
/** What a text field would have taken besides characters. */
const FIELD_KEYS =
  /^(Escape|Enter|Backspace|Delete|Home|End|PageUp|PageDown|Arrow(Up|Down|Left|Right)|Dead|Process)$/
/** With Control or Meta: undo, copy, bold and their like. The rest is the browser's or the board's, also in a field. */
const FIELD_CHORDS = /^([abcuivxyz]|Backspace|Delete|Home|End|Arrow(Up|Down|Left|Right))$/i
const TEXT_FIELDS =
  'textarea, select, input:not([type=checkbox], [type=radio], [type=button]), [contenteditable=true]'

export interface QuietKeys {
  /** To be called before others' edits are shown. */
  watchField(): void
  stop(): void
}

/**
 * Swallows the keys of somebody whose text field vanishes by an edit of somebody else's, so that the rest of
 * their word becomes no shortcuts ("z" zooms, Backspace deletes). A press of the pointer, Escape, 1.5 s
 * without a key or 5 s in all give the keys back. Keys that a field would not have taken, such as Tab and
 * Ctrl+R, go through. Set it up before anything else listens to keys: it swallows for all.
 */
export function quietKeys(editor: Editor): QuietKeys {
  const { ownerDocument } = editor.getContainer()
  const listening = new AbortController()
  const swallowed = new Set<string>()
  let watched: Element | null = null
  let watching: ReturnType<typeof setTimeout> | undefined
  let quiet: ReturnType<typeof setTimeout> | undefined
  let quietSince = 0

  const endQuiet = () => {
    clearTimeout(quiet)
    quiet = undefined
  }
  const beQuiet = () => {
    const now = performance.now()
    if (quiet === undefined) quietSince = now
    clearTimeout(quiet)
    quiet = setTimeout(endQuiet, Math.min(QUIET_MS, quietSince + QUIET_AT_MOST_MS - now))
  }
  /** What my own press closes is none of others' doing, so a field is watched only until then. */
  const endWatch = () => {
    clearTimeout(watching)
    const hasVanished = watched !== null && !watched.isConnected
    watched = null
    if (!hasVanished || isTextField(ownerDocument.activeElement)) return
    beQuiet()
    leaveField(editor)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    endWatch()
    // A key may have been let go in another window.
    swallowed.delete(event.code)
    if (quiet === undefined || !isForField(event) || isTextField(event.target)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    swallowed.add(event.code)
    if (event.key === 'Escape') endQuiet()
    else beQuiet()
  }
  const onKeyUp = (event: KeyboardEvent) => {
    if (swallowed.delete(event.code)) event.stopImmediatePropagation()
  }
  const onPointerDown = () => {
    endWatch()
    endQuiet()
  }
  const { signal } = listening
  ownerDocument.defaultView?.addEventListener('keydown', onKeyDown, { capture: true, signal })
  ownerDocument.defaultView?.addEventListener('keyup', onKeyUp, { capture: true, signal })
  ownerDocument.defaultView?.addEventListener('pointerdown', onPointerDown, { capture: true, signal })

  return {
    watchField() {
      const { activeElement } = ownerDocument
      if (!isTextField(activeElement)) return
      watched = activeElement
      clearTimeout(watching)
      // What the edits change on the page has changed by then: React answers within the same task.
      watching = setTimeout(endWatch)
    },
    stop() {
      listening.abort()
      clearTimeout(watching)
      endQuiet()
    },
  }
}

function isForField({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey) return FIELD_CHORDS.test(key)
  return [...key].length === 1 || FIELD_KEYS.test(key)
}

function isTextField(target: EventTarget | null): target is Element {
  return target instanceof Element && target.matches(TEXT_FIELDS)
}

/** Ends the editing of a shape that stays, and gives the keys back to the board. */
function leaveField(editor: Editor) {
  if (editor.isIn('select.editing_shape')) editor.complete()
  editor.getContainer().focus()
}
